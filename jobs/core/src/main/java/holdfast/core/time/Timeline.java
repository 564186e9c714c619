package holdfast.core.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Versions of one value, each in force from an instant on until the next.
 *
 * <p>Immutable and never empty. Holds the newest {@value #VERSIONS_MAX} versions; older ones fold
 * away, and the oldest that is left answers for all earlier instants.
 */
public final class Timeline<T> {
    /** Versions held at most. */
    public static final int VERSIONS_MAX = 8;

    private final long[] effectiveFromMillis;
    private final List<T> values;

    private Timeline(long[] effectiveFromMillis, List<T> values) {
        this.effectiveFromMillis = effectiveFromMillis;
        this.values = values;
    }

    /** A timeline of one version. */
    public static <T> Timeline<T> of(long effectiveFromMillis, T value) {
        Objects.requireNonNull(value, "value");
        return new Timeline<>(new long[] {effectiveFromMillis}, List.of(value));
    }

    /** The newest version in force by this instant; the oldest one if none was yet. */
    public T at(long millis) {
        int version = values.size() - 1;
        while (version > 0 && effectiveFromMillis[version] > millis) {
            version--;
        }
        return values.get(version);
    }

    /** This timeline with one more version; one from the same instant is replaced. */
    public Timeline<T> with(long fromMillis, T value) {
        List<Version<T>> merged = new ArrayList<>();
        for (Version<T> version : versions()) {
            if (version.effectiveFromMillis() < fromMillis) {
                merged.add(version);
            }
        }
        merged.add(new Version<>(fromMillis, value));
        for (Version<T> version : versions()) {
            if (version.effectiveFromMillis() > fromMillis) {
                merged.add(version);
            }
        }
        return of(merged.subList(Math.max(0, merged.size() - VERSIONS_MAX), merged.size()));
    }

    /** All versions held, oldest first. */
    public List<Version<T>> versions() {
        List<Version<T>> versions = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            versions.add(new Version<>(effectiveFromMillis[i], values.get(i)));
        }
        return List.copyOf(versions);
    }

    private static <T> Timeline<T> of(List<Version<T>> versions) {
        long[] fromMillis = versions.stream().mapToLong(Version::effectiveFromMillis).toArray();
        return new Timeline<>(fromMillis, versions.stream().map(Version::value).toList());
    }

    /** One value with the instant from which it is in force. */
    public record Version<T>(long effectiveFromMillis, T value) {
        public Version {
            Objects.requireNonNull(value, "value");
        }
    }
}
