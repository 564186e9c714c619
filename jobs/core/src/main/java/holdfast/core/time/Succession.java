package holdfast.core.time;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Versions of one value, each in force from an instant on until the next, of which one may be
 * pinned: then those after it wait.
 *
 * <p>A version without a pin takes over unless the newest one before it that says anything of pins
 * is {@link Pin#PINNED}. So who decides at an instant follows from the versions alone, in whatever
 * order they came. Of two from the same instant the later one counts, but what is said of pins
 * counts more than nothing.
 *
 * <p>Immutable and never empty. Holds the newest {@value #VERSIONS_MAX} that take over, and as many
 * that wait; older ones fold away. The pinned one in force never does, however many wait for it.
 */
public final class Succession<T> {
    /** Versions held at most of those that take over, and of those that wait. */
    public static final int VERSIONS_MAX = Timeline.VERSIONS_MAX;

    private final Timeline<Version<T>> inForce;
    private final List<Version<T>> waiting;

    private Succession(Timeline<Version<T>> inForce, List<Version<T>> waiting) {
        this.inForce = inForce;
        this.waiting = waiting;
    }

    /** A succession of one version. */
    public static <T> Succession<T> of(Version<T> first) {
        return new Succession<>(Timeline.of(first.effectiveFromMillis(), first), List.of());
    }

    /** The newest version in force by this instant; the oldest one if none was yet. */
    public T at(long millis) {
        return inForce.at(millis).value();
    }

    /** The same with its instant and whether it is pinned. */
    public Version<T> versionAt(long millis) {
        return inForce.at(millis);
    }

    /** This succession with one more version. */
    public Succession<T> with(Version<T> next) {
        TreeMap<Long, Version<T>> all = new TreeMap<>();
        inForceVersions().forEach(version -> all.put(version.effectiveFromMillis(), version));
        waiting.forEach(version -> all.put(version.effectiveFromMillis(), version));
        Version<T> same = all.get(next.effectiveFromMillis());
        if ((same != null && next.givesWayTo(same)) || isFoldedAway(next)) {
            return this;
        }
        all.put(next.effectiveFromMillis(), next);
        return decided(all.values());
    }

    /** What is known of pins before the oldest one held is no longer enough to decide about it. */
    private boolean isFoldedAway(Version<T> next) {
        List<Version<T>> held = inForceVersions();
        return held.size() == VERSIONS_MAX
                && next.effectiveFromMillis() < held.get(0).effectiveFromMillis();
    }

    private static <T> Succession<T> decided(Collection<Version<T>> oldestFirst) {
        Version<T> first = oldestFirst.iterator().next();
        Timeline<Version<T>> inForce = Timeline.of(first.effectiveFromMillis(), first);
        List<Version<T>> waiting = new ArrayList<>();
        boolean isPinned = false;
        for (Version<T> version : oldestFirst) {
            if (isPinned && version.pin() == Pin.NONE) {
                waiting.add(version);
            } else {
                inForce = inForce.with(version.effectiveFromMillis(), version);
                isPinned = version.pin() == Pin.PINNED;
            }
        }
        // A version whose pin has folded away would take over when this is put together again.
        long oldestMillis = inForce.versions().get(0).effectiveFromMillis();
        waiting.removeIf(version -> version.effectiveFromMillis() < oldestMillis);
        int spare = Math.max(0, waiting.size() - VERSIONS_MAX);
        return new Succession<>(inForce, List.copyOf(waiting.subList(spare, waiting.size())));
    }

    /** All versions held that take over at their instants, oldest first. */
    public List<Version<T>> inForceVersions() {
        return inForce.versions().stream().map(Timeline.Version::value).toList();
    }

    /** All versions held that a pin keeps, or kept, from taking over, oldest first. */
    public List<Version<T>> waitingVersions() {
        return waiting;
    }

    /** Those that wait at an instant for the pinned version to be released, oldest first. */
    public List<Version<T>> waitingAt(long millis) {
        if (versionAt(millis).pin() != Pin.PINNED) {
            return List.of();
        }
        long sinceMillis = Long.MIN_VALUE;
        for (Version<T> version : inForceVersions()) {
            if (version.effectiveFromMillis() <= millis && version.pin() != Pin.PINNED) {
                sinceMillis = version.effectiveFromMillis();
            }
        }
        List<Version<T>> waitingThen = new ArrayList<>();
        for (Version<T> version : waiting) {
            if (version.effectiveFromMillis() > sinceMillis
                    && version.effectiveFromMillis() <= millis) {
                waitingThen.add(version);
            }
        }
        return waitingThen;
    }

    /** One value with the instant from which it counts, and what it says about later ones. */
    public record Version<T>(long effectiveFromMillis, Pin pin, T value) {
        public Version {
            Objects.requireNonNull(value, "value");
        }

        /** Whether another from the same instant counts, although this one came later. */
        public boolean givesWayTo(Version<?> earlier) {
            return pin == Pin.NONE && earlier.pin() != Pin.NONE;
        }
    }
}
