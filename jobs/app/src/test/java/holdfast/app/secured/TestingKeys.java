package holdfast.app.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key for a server on 127.0.0.1, made by the JDK's own tool and good for a day. */
final class TestingKeys {

    private static final String TOOL =
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

    private final Path directory;
    private final String name;
    private final String password;

    private TestingKeys(Path directory, String name, String password) {
        this.directory = directory;
        this.name = name;
        this.password = password;
    }

    static TestingKeys make(Path directory, String name, String password) throws Exception {
        TestingKeys keys = new TestingKeys(directory, name, password);
        keys.run(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "1",
                "-ext",
                "SAN=ip:127.0.0.1,dns:localhost");
        keys.run("-exportcert", "-rfc", "-file", keys.certificate().toString());
        return keys;
    }

    /** With the private key. */
    Path keystore() {
        return directory.resolve(name + ".p12");
    }

    /** In PEM: what clients must trust. */
    Path certificate() {
        return directory.resolve(name + ".pem");
    }

    private void run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TOOL));
        command.addAll(List.of(words));
        command.addAll(List.of("-alias", name, "-keystore", keystore().toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", password));
        Path said = directory.resolve(name + ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
    }
}
