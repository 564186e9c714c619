package holdfast.app.kafka;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says in a few words why Kafka did not do as it was asked, and what helps. */
final class KafkaRefusal {

    private static final int CAUSES_MAX = 20;

    private KafkaRefusal() {}

    static String reason(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
            String known = known(cause);
            if (!known.isEmpty()) {
                return known;
            }
            cause = cause.getCause();
        }
        return firstLine(failure.getCause() == null ? failure : failure.getCause());
    }

    private static String known(Throwable cause) {
        if (cause instanceof SaslAuthenticationException) {
            return "it refuses the user or the password; check sasl.jaas.config and sasl.mechanism";
        }
        if (cause instanceof SslAuthenticationException) {
            return "the TLS handshake failed ("
                    + firstLine(root(cause))
                    + "); is the certificate's authority in ssl.truststore.location?";
        }
        if (cause instanceof AuthorizationException) {
            return firstLine(cause) + "; grant it to the user with kafka-acls";
        }
        if (cause instanceof TimeoutException) {
            return firstLine(cause)
                    + " (no answer: is the address right, and security.protocol the listener's?)";
        }
        return "";
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; i < CAUSES_MAX && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
