package holdfast.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Renders a folder as {@code kubectl apply -k} would, without a cluster. */
final class Kustomize {

    /** Where {@code .ci/install} puts the version that it pins. */
    private static final Path INSTALLED =
            Path.of(System.getProperty("user.home"), ".cache", "holdfast", "kubectl", "kubectl");

    private Kustomize() {}

    static List<Manifest> render(Path folder) {
        String program = Files.isExecutable(INSTALLED) ? INSTALLED.toString() : "kubectl";
        try {
            Process process = new ProcessBuilder(program, "kustomize", folder.toString()).start();
            process.getOutputStream().close();
            String text = text(process.getInputStream().readAllBytes());
            String complaint = text(process.getErrorStream().readAllBytes());
            if (process.waitFor() != 0 || !complaint.isBlank()) {
                throw new AssertionError("kustomize " + folder + ": " + complaint);
            }
            return Manifest.parse("kustomize " + folder, text);
        } catch (IOException e) {
            throw new UncheckedIOException("run .ci/install: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
