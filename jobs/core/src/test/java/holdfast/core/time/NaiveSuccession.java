package holdfast.core.time;

import holdfast.core.time.Succession.Version;
import java.util.ArrayList;
import java.util.List;

/** The oracle: forgets nothing, and goes through everything for each question. */
final class NaiveSuccession {

    private final List<Version<Integer>> all = new ArrayList<>();

    NaiveSuccession(List<Version<Integer>> inOrderOfArrival) {
        for (Version<Integer> version : inOrderOfArrival) {
            add(version);
        }
        all.sort((a, b) -> Long.compare(a.effectiveFromMillis(), b.effectiveFromMillis()));
    }

    private void add(Version<Integer> version) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).effectiveFromMillis() == version.effectiveFromMillis()) {
                if (version.pin() != Pin.NONE || all.get(i).pin() == Pin.NONE) {
                    all.set(i, version);
                }
                return;
            }
        }
        all.add(version);
    }

    /** Whether the newest word on pins before a version, if there is any, keeps it waiting. */
    private boolean mustWait(Version<Integer> version) {
        Pin word = Pin.NONE;
        for (Version<Integer> before : all) {
            if (before.effectiveFromMillis() < version.effectiveFromMillis()
                    && before.pin() != Pin.NONE) {
                word = before.pin();
            }
        }
        return version.pin() == Pin.NONE && word == Pin.PINNED;
    }

    Version<Integer> versionAt(long millis) {
        Version<Integer> found = all.get(0);
        for (Version<Integer> version : all) {
            if (version.effectiveFromMillis() <= millis && !mustWait(version)) {
                found = version;
            }
        }
        return found;
    }

    /** Everything that waited at an instant and never took over, since one was last unpinned. */
    List<Version<Integer>> waitingAt(long millis) {
        List<Version<Integer>> waiting = new ArrayList<>();
        for (Version<Integer> version : all) {
            if (version.effectiveFromMillis() > millis) {
                break;
            }
            if (mustWait(version)) {
                waiting.add(version);
            } else if (version.pin() != Pin.PINNED) {
                waiting.clear();
            }
        }
        return versionAt(millis).pin() == Pin.PINNED ? waiting : List.of();
    }
}
