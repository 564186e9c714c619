package holdfast.app.registry;

/** The registry gave no answer that could be used; asking again later may help. */
final class UnreachableRegistryException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * @param message why, in a few words, without secrets
     */
    UnreachableRegistryException(String message) {
        super(message);
    }
}
