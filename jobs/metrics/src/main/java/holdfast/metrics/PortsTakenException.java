package holdfast.metrics;

/** Nothing can listen on any of the ports asked for. */
final class PortsTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    PortsTakenException(String host, PortRange ports, Throwable cause) {
        super(
                "cannot listen on %s, port %s (%s); choose another port or a range of ports"
                        .formatted(host, ports, cause.getMessage()),
                cause);
    }
}
