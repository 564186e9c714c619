package holdfast.app.kafka;

import holdfast.core.activity.SourceKind;
import java.util.Optional;

/** The topics that the jobs read and write. */
public enum Topic {
    CLICKSTREAM("clickstream.events", Keeping.EVENTS),
    TRANSACTIONS("transactions.events", Keeping.EVENTS),
    SERVICE("service.events", Keeping.EVENTS),
    PROFILE("profile.customers", Keeping.EVENTS),
    OUTCOMES("retention.outcomes", Keeping.EVENTS),
    CONTROL("churn.control", Keeping.EVENTS),
    MODELS("churn.models", Keeping.VERSIONS),
    PLAYBOOKS("churn.playbooks", Keeping.VERSIONS),
    TICKS("churn.ticks", Keeping.TICKS),
    TRAINING("churn.training", Keeping.HISTORY),
    SCORES("churn.scores", Keeping.LATEST),
    ALERTS("retention.alerts", Keeping.EVENTS),
    QUALITY("churn.quality", Keeping.VERSIONS);

    private static final String VERSION = ".v1";

    private final String subject;
    private final Keeping keeping;

    Topic(String subject, Keeping keeping) {
        this.subject = subject;
        this.keeping = keeping;
    }

    /** What a topic keeps, and so how it is partitioned and cleaned. */
    enum Keeping {
        /** Records by customer, for as long as the broker keeps records. */
        EVENTS,
        /** Every version of one thing, in order and for ever. */
        VERSIONS,
        /** Records in order, for half a year since they were written. */
        HISTORY,
        /** Ticks in order, for an hour. */
        TICKS,
        /** The latest record of each customer. */
        LATEST
    }

    /** The topic's name, such as {@code clickstream.events.v1}. */
    public String topicName() {
        return subject + VERSION;
    }

    /** Where records go that cannot be used, such as {@code clickstream.events.dlq.v1}. */
    public String deadLetterName() {
        return subject + ".dlq" + VERSION;
    }

    /** Whether the job reads records of others from it, which may be bad. */
    public boolean hasDeadLetters() {
        return this != TICKS && !isOutput();
    }

    /** Whether the jobs write it for others to read. */
    public boolean isOutput() {
        return this == TRAINING || this == SCORES || this == ALERTS || this == QUALITY;
    }

    /** What kind of events it holds; empty where it holds none. */
    public Optional<SourceKind> source() {
        return switch (this) {
            case CLICKSTREAM -> Optional.of(SourceKind.CLICKSTREAM);
            case TRANSACTIONS -> Optional.of(SourceKind.TRANSACTION);
            case SERVICE -> Optional.of(SourceKind.SERVICE);
            case PROFILE -> Optional.of(SourceKind.PROFILE);
            case OUTCOMES -> Optional.of(SourceKind.OUTCOME);
            case CONTROL -> Optional.of(SourceKind.CONTROL);
            case MODELS, PLAYBOOKS, TICKS, TRAINING, SCORES, ALERTS, QUALITY -> Optional.empty();
        };
    }

    /** Whether its records have one order, and so one partition. */
    public boolean isOrdered() {
        return keeping != Keeping.EVENTS && keeping != Keeping.LATEST;
    }

    Keeping keeping() {
        return keeping;
    }
}
