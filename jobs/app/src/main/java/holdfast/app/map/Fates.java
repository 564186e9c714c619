package holdfast.app.map;

import holdfast.core.activity.RejectReason;
import holdfast.core.mapping.MaskedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many records met which fate, where the refused ones are, and what events were called. */
final class Fates {

    private static final int PLACES_MAX = 3;
    private static final int NAMES_MAX = 10_000;

    private final Map<RejectReason, Refused> refused = new EnumMap<>(RejectReason.class);
    private final Map<String, Long> eventNames = new LinkedHashMap<>();
    private long scored;
    private long duplicates;
    private long unidentified;

    /** Records that were refused for one reason; the places of the first few. */
    static final class Refused {

        private long count;
        private final List<String> places = new ArrayList<>();

        long count() {
            return count;
        }

        List<String> places() {
            return places;
        }
    }

    void scored() {
        scored++;
    }

    void duplicate() {
        duplicates++;
    }

    void unidentified() {
        unidentified++;
    }

    void refused(RejectReason reason, String place) {
        Refused same = refused.computeIfAbsent(reason, key -> new Refused());
        same.count++;
        if (same.places.size() < PLACES_MAX && !same.places.contains(place)) {
            same.places.add(place);
        }
    }

    /** An event of this name was seen, whatever its fate. */
    void named(String name) {
        if (eventNames.size() < NAMES_MAX || eventNames.containsKey(name)) {
            eventNames.merge(name, 1L, Long::sum);
        }
    }

    long records() {
        return scored + duplicates + unidentified + deadLettered();
    }

    long scoredCount() {
        return scored;
    }

    long duplicateCount() {
        return duplicates;
    }

    long unidentifiedCount() {
        return unidentified;
    }

    long deadLettered() {
        return refused.values().stream().mapToLong(Refused::count).sum();
    }

    /** The refused by reason, the most frequent first. */
    List<Map.Entry<RejectReason, Refused>> refusals() {
        return refused.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue().count, a.getValue().count))
                .toList();
    }

    /** Names of events, the most frequent first. */
    List<Map.Entry<String, Long>> eventNames() {
        return eventNames.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
    }

    double scoredShare() {
        return records() == 0 ? 0 : (double) scored / records();
    }

    /** A name as it may be shown: what could be about a person is masked. */
    static String shown(String name) {
        long digits = name.chars().filter(Character::isDigit).count();
        return name.indexOf('@') >= 0 || digits > 5 || name.length() > 64
                ? MaskedText.of(name)
                : name;
    }
}
