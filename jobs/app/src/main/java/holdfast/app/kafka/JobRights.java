package holdfast.app.kafka;

import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;

/**
 * What each job does with each topic, and so the rights that its Kafka user needs: these and no
 * more. Whoever may read or write a topic may also see that it is there.
 */
public enum JobRights {
    SCORING {
        @Override
        Set<AclOperation> onDeadLetters() {
            return Set.of(AclOperation.WRITE);
        }

        @Override
        Set<AclOperation> on(Topic topic) {
            return switch (topic) {
                case CLICKSTREAM,
                        TRANSACTIONS,
                        SERVICE,
                        PROFILE,
                        OUTCOMES,
                        CONTROL,
                        MODELS,
                        PLAYBOOKS ->
                        Set.of(AclOperation.READ);
                case TICKS -> Set.of(AclOperation.READ, AclOperation.WRITE);
                case TRAINING, SCORES, ALERTS -> Set.of(AclOperation.WRITE);
                case QUALITY -> Set.of();
            };
        }
    },
    LEARNING {
        @Override
        Set<AclOperation> onDeadLetters() {
            return Set.of();
        }

        @Override
        Set<AclOperation> on(Topic topic) {
            return switch (topic) {
                case TRAINING, PLAYBOOKS -> Set.of(AclOperation.READ);
                case MODELS, QUALITY -> Set.of(AclOperation.WRITE);
                case CLICKSTREAM,
                        TRANSACTIONS,
                        SERVICE,
                        PROFILE,
                        OUTCOMES,
                        CONTROL,
                        TICKS,
                        SCORES,
                        ALERTS ->
                        Set.of();
            };
        }
    };

    /** The rights on a topic or on its dead letters; none if the job has no use of it. */
    public Set<AclOperation> on(WantedTopic wanted) {
        return wanted.deadLetters() ? onDeadLetters() : on(wanted.topic());
    }

    abstract Set<AclOperation> onDeadLetters();

    abstract Set<AclOperation> on(Topic topic);
}
