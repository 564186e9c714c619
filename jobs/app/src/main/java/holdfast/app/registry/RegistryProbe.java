package holdfast.app.registry;

import java.util.Optional;

/** Asks a registry once whether it answers. */
public final class RegistryProbe {

    private static final int ANY_SCHEMA = 1;

    private RegistryProbe() {}

    /** Why it cannot be used; empty when it can. */
    public static Optional<String> problem(RegistrySettings settings) {
        try {
            RegistryAnswer answer = new RegistryClient(settings).schema(ANY_SCHEMA);
            return answer.saysWhetherThereIsASchema()
                    ? Optional.empty()
                    : Optional.of(answer.words());
        } catch (UnreachableRegistryException away) {
            return Optional.of(String.valueOf(away.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
