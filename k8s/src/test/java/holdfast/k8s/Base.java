package holdfast.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The base as it stands in its files, put together as kustomize does it. */
final class Base {

    static final String SCORING = "holdfast-scoring";
    static final String LEARNING = "holdfast-learning";

    private static final Path FOLDER = Path.of("base");
    private static final Path BOTH = FOLDER.resolve("both-jobs.yaml");

    private Base() {}

    static Manifest kustomization() {
        return Manifest.read(FOLDER.resolve("kustomization.yaml")).get(0);
    }

    /** One of the jobs, with what both have in common. */
    static Manifest job(String name) {
        return Manifest.only(read(text -> text), "FlinkDeployment", name);
    }

    /** Every object, its text changed before it is read. */
    static List<Manifest> read(UnaryOperator<String> change) {
        JsonNode both = parse(BOTH, change).get(0).at("/spec");
        List<Manifest> all = new ArrayList<>();
        for (String file : kustomization().texts("/resources")) {
            all.addAll(parse(FOLDER.resolve(file), change));
        }
        for (Manifest job : Manifest.ofKind(all, "FlinkDeployment")) {
            merge(job.at("/spec"), both, job + ": /spec");
        }
        return all;
    }

    private static List<Manifest> parse(Path file, UnaryOperator<String> change) {
        try {
            return Manifest.parse(file.toString(), change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would stand in both is refused: one of them would be read in vain. */
    private static void merge(JsonNode into, JsonNode more, String place) {
        for (Map.Entry<String, JsonNode> it : more.properties()) {
            JsonNode there = into.path(it.getKey());
            String here = place + "/" + it.getKey();
            if (there.isMissingNode()) {
                ((ObjectNode) into).set(it.getKey(), it.getValue().deepCopy());
            } else if (there.isObject() && it.getValue().isObject()) {
                merge(there, it.getValue(), here);
            } else {
                throw new AssertionError(here + " stands in " + BOTH + " too");
            }
        }
    }
}
