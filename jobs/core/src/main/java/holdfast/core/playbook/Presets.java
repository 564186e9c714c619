package holdfast.core.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The playbooks that come with the product. */
public final class Presets {
    private static final List<String> NAMES = List.of("generic", "ecommerce", "subscription");

    private Presets() {}

    /** The names of all presets. */
    public static List<String> names() {
        return NAMES;
    }

    /** The preset of this name, if there is one. */
    public static Optional<Playbook> named(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        PlaybookReader reader = new PlaybookReader(playbook -> 0); // a test bounds their state
        return Optional.of(reader.read(name + ".yaml", text(name)).value());
    }

    /** Every event is activity. */
    public static Playbook generic() {
        return named("generic").orElseThrow();
    }

    /** A shop: churn is not buying. */
    public static Playbook ecommerce() {
        return named("ecommerce").orElseThrow();
    }

    /** A service: churn is cancelling, or no longer using it. */
    public static Playbook subscription() {
        return named("subscription").orElseThrow();
    }

    private static String text(String name) {
        String path = "/playbooks/" + name + ".yaml";
        try (InputStream preset = Presets.class.getResourceAsStream(path)) {
            if (preset == null) {
                throw new IllegalStateException("the jar lacks its preset " + path);
            }
            return new String(preset.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
