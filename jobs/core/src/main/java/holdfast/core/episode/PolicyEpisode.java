package holdfast.core.episode;

import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import holdfast.core.alert.HoldReason;
import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * What one policy remembers of one customer: the latest alert, open or closed, its cool-down, and
 * the latest alert that was held back.
 *
 * <p>The closed alert is kept because late data may still disprove it. Not thread-safe.
 */
public final class PolicyEpisode {

    private final int policyId;

    private @Nullable AlertStatus status;
    private AlertTrigger trigger = AlertTrigger.SILENCE;
    private long anchor;
    private long openedAtMillis;
    private int sequence;
    private boolean openingList;
    private long coolDownUntilMillis;
    private long coolDownBeforeMillis;

    private @Nullable HoldReason heldReason;
    private long heldAnchor;
    private long retryAtMillis;

    public PolicyEpisode(int policyId) {
        this.policyId = policyId;
    }

    /** The policy. */
    public int policyId() {
        return policyId;
    }

    /** Status of the latest alert, or null when there never was one. */
    public @Nullable AlertStatus status() {
        return status;
    }

    /** What set the latest alert off. */
    public AlertTrigger trigger() {
        return trigger;
    }

    /**
     * Anchor of the latest alert: the last activity's time for silence, the event's hash for an
     * event.
     */
    public long anchor() {
        return anchor;
    }

    /** When the latest alert opened. */
    public long openedAtMillis() {
        return openedAtMillis;
    }

    /** Number of the last message about the latest alert. */
    public int sequence() {
        return sequence;
    }

    /** Whether the latest alert stood on the opening list. */
    public boolean openingList() {
        return openingList;
    }

    /** No alert opens before this instant. */
    public long coolDownUntilMillis() {
        return coolDownUntilMillis;
    }

    /** Whether an alert waits for someone to act. */
    public boolean isOpen() {
        return status != null && status.isOpen();
    }

    /**
     * Whether the silence that began at this time has had its alert, and late data has not
     * disproved it.
     */
    public boolean isSpent(long lastActivityMillis) {
        return isAbout(lastActivityMillis) && status != AlertStatus.RETRACTED;
    }

    /** Whether an alert about the silence that began at this time is held back for this reason. */
    public boolean isHeld(long lastActivityMillis, HoldReason reason) {
        return heldReason == reason && heldAnchor == lastActivityMillis;
    }

    /** Why the alert about the silence that began at this time is held back; null if it is not. */
    public @Nullable HoldReason heldReason(long lastActivityMillis) {
        return heldAnchor == lastActivityMillis ? heldReason : null;
    }

    /**
     * When a held alert about the silence that began at this time is to be tried again; 0 if none
     * is held.
     */
    public long retryAtMillis(long lastActivityMillis) {
        return heldReason != null && heldAnchor == lastActivityMillis ? retryAtMillis : 0;
    }

    /** Holds back the alert about a silence until an instant. */
    public void hold(long lastActivityMillis, HoldReason reason, long untilMillis) {
        heldReason = reason;
        heldAnchor = lastActivityMillis;
        retryAtMillis = untilMillis;
    }

    /** Opens an alert; one of the same anchor goes on counting its messages. */
    public void open(AlertTrigger by, long newAnchor, long atMillis, boolean onOpeningList) {
        boolean again = status != null && trigger == by && anchor == newAnchor;
        sequence = again ? sequence + 1 : 1;
        status = AlertStatus.OPENED;
        trigger = by;
        anchor = newAnchor;
        openedAtMillis = atMillis;
        openingList = onOpeningList;
        heldReason = null;
        heldAnchor = 0;
        retryAtMillis = 0;
    }

    /** Escalates the open alert. */
    public void escalate() {
        status = AlertStatus.ESCALATED;
        sequence++;
    }

    /** Closes the open alert and starts the cool-down. */
    public void close(AlertStatus closedAs, long noneUntilMillis) {
        status = closedAs;
        sequence++;
        coolDownBeforeMillis = coolDownUntilMillis;
        coolDownUntilMillis = Math.max(coolDownUntilMillis, noneUntilMillis);
    }

    /** Says that an alert which expired had really ended before that, with its own cool-down. */
    public void recoverInstead(long noneUntilMillis) {
        status = AlertStatus.RECOVERED;
        sequence++;
        coolDownUntilMillis = Math.max(coolDownBeforeMillis, noneUntilMillis);
    }

    /** Ends the cool-down at the given instant if it would last longer. */
    public void coolDownNoLaterThan(long untilMillis) {
        coolDownUntilMillis =
                Math.max(coolDownBeforeMillis, Math.min(coolDownUntilMillis, untilMillis));
    }

    /**
     * Retracts the latest alert, open or closed, and undoes the cool-down that its closing started.
     */
    public void retract() {
        if (!isOpen()) {
            coolDownUntilMillis = coolDownBeforeMillis;
        }
        status = AlertStatus.RETRACTED;
        sequence++;
    }

    /** Writes at most 73 bytes. */
    public void write(ByteWriter out) {
        out.writeByte(policyId);
        out.writeByte(status == null ? 0 : status.code());
        out.writeVarint(coolDownUntilMillis);
        out.writeVarint(coolDownBeforeMillis);
        if (status != null) {
            out.writeByte(trigger.code() << 1 | (openingList ? 1 : 0));
            out.writeLong(anchor);
            out.writeVarint(openedAtMillis);
            out.writeVarint(sequence);
        }
        out.writeByte(heldReason == null ? 0 : heldReason.code());
        if (heldReason != null) {
            out.writeVarint(heldAnchor);
            out.writeVarint(retryAtMillis);
        }
    }

    /** Reads what {@link #write} wrote; its policy must lie above the one read before. */
    static PolicyEpisode read(ByteReader in, int policyBefore) {
        PolicyEpisode episode =
                new PolicyEpisode(in.readByte(policyBefore + 1, Episode.POLICIES_MAX));
        int statusCode = in.readByte();
        episode.coolDownUntilMillis = in.readVarint();
        episode.coolDownBeforeMillis = in.readVarint();
        if (statusCode != 0) {
            episode.status = AlertStatus.ofCode(statusCode);
            int flags = in.readByte();
            episode.trigger = AlertTrigger.ofCode(flags >> 1);
            episode.openingList = (flags & 1) != 0;
            episode.anchor = in.readLong();
            episode.openedAtMillis = in.readVarint();
            episode.sequence = in.readCount(Integer.MAX_VALUE);
        }
        int heldCode = in.readByte();
        if (heldCode != 0) {
            episode.heldReason = HoldReason.ofCode(heldCode);
            episode.heldAnchor = in.readVarint();
            episode.retryAtMillis = in.readVarint();
        }
        return episode;
    }

    private boolean isAbout(long lastActivityMillis) {
        return status != null && trigger == AlertTrigger.SILENCE && anchor == lastActivityMillis;
    }
}
