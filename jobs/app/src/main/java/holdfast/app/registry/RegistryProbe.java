package holdfast.app.registry;

import java.util.Optional;

/** Asks a registry once whether it answers. */
public final class RegistryProbe {

    private static final int ANY_SCHEMA = 1;
    private static final int NOT_KNOWN = 401;
    private static final int NOT_ALLOWED = 403;
    private static final int SERVER_ERRORS = 500;

    private RegistryProbe() {}

    /** Why it cannot be used; empty when it can. */
    public static Optional<String> problem(RegistrySettings settings) {
        try {
            int status = new RegistryClient(settings).schema(ANY_SCHEMA).status();
            return switch (status) {
                case NOT_KNOWN, NOT_ALLOWED ->
                        Optional.of("it refuses this user (HTTP " + status + ")");
                default ->
                        status < SERVER_ERRORS ? Optional.empty() : Optional.of("HTTP " + status);
            };
        } catch (UnreachableRegistryException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
