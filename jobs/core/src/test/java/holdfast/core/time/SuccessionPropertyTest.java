package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.time.Succession.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SuccessionPropertyTest {

    private static final int INSTANTS = 20;

    @Property(tries = 150)
    void decidesAsTheOracleDoesInWhateverOrderVersionsCome(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int versions) {
        Random random = new Random(seed);
        List<Version<Integer>> arrived = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            arrived.add(version(random.nextInt(INSTANTS), random, i));
        }

        Succession<Integer> succession = succession(arrived);
        NaiveSuccession naive = new NaiveSuccession(arrived);
        assertEqual(succession, naive, 0);
        for (long t = 0; t <= INSTANTS; t++) {
            assertThat(succession.waitingAt(t))
                    .as("waiting at %s", t)
                    .isEqualTo(naive.waitingAt(t));
        }
    }

    @Property(tries = 60)
    void decidesAsTheOracleDoesForWhatItHasNotFoldedAway(
            @ForAll long seed, @ForAll @IntRange(min = 9, max = 60) int versions) {
        Random random = new Random(seed);
        List<Version<Integer>> arrived = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            arrived.add(version(i * 3L, random, i));
        }
        swapNeighbours(arrived, random);
        Succession<Integer> succession = succession(arrived);

        long oldestMillis = succession.inForceVersions().get(0).effectiveFromMillis();
        assertEqual(succession, new NaiveSuccession(arrived), oldestMillis);
    }

    @Property(tries = 60)
    void isTheSameWhenItIsPutTogetherAgainFromWhatItHolds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int versions) {
        Random random = new Random(seed);
        List<Version<Integer>> arrived = new ArrayList<>();
        for (int i = 0; i < versions; i++) {
            arrived.add(version(random.nextInt(5 * INSTANTS), random, i));
        }
        Succession<Integer> left = succession(arrived);

        List<Version<Integer>> held = new ArrayList<>(left.inForceVersions());
        held.addAll(left.waitingVersions());
        held.sort(Comparator.comparingLong(Version::effectiveFromMillis));
        Succession<Integer> restored = succession(held);

        assertThat(restored.inForceVersions()).isEqualTo(left.inForceVersions());
        assertThat(restored.waitingVersions()).isEqualTo(left.waitingVersions());
        assertThat(held).hasSizeLessThanOrEqualTo(2 * Succession.VERSIONS_MAX);
    }

    @Property(tries = 60)
    void nothingThatSaysNothingOfPinsUnseatsAPinnedOne(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int lessons) {
        Random random = new Random(seed);
        List<Version<Integer>> arrived = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            arrived.add(version(random.nextInt(INSTANTS), random, i));
        }
        arrived.add(new Version<>(INSTANTS, Pin.PINNED, -1));
        Succession<Integer> succession = succession(arrived);
        for (int i = 0; i < lessons; i++) {
            long fromMillis = INSTANTS + (long) random.nextInt(5 * INSTANTS);
            succession = succession.with(new Version<>(fromMillis, Pin.NONE, i));
        }

        for (long t = INSTANTS; t < 7 * INSTANTS; t += 3) {
            assertThat(succession.at(t)).as("at %s", t).isEqualTo(-1);
        }
        assertThat(succession.at(INSTANTS - 1)).isNotEqualTo(-1);
    }

    /** Up to the bound, what waits is the newest of what the oracle lets wait. */
    private static void assertEqual(
            Succession<Integer> succession, NaiveSuccession naive, long fromMillis) {
        for (long t = fromMillis; t < 200; t++) {
            assertThat(succession.versionAt(t)).as("at %s", t).isEqualTo(naive.versionAt(t));
            assertThat(naive.waitingAt(t))
                    .as("waiting at %s", t)
                    .containsAll(succession.waitingAt(t));
        }
        List<Version<Integer>> last = naive.waitingAt(200);
        assertThat(succession.waitingAt(200))
                .isEqualTo(
                        last.subList(
                                Math.max(0, last.size() - Succession.VERSIONS_MAX), last.size()));
    }

    private static Succession<Integer> succession(List<Version<Integer>> versions) {
        Succession<Integer> succession = Succession.of(versions.get(0));
        for (Version<Integer> version : versions.subList(1, versions.size())) {
            succession = succession.with(version);
        }
        return succession;
    }

    private static Version<Integer> version(long fromMillis, Random random, int value) {
        Pin pin =
                switch (random.nextInt(6)) {
                    case 0 -> Pin.PINNED;
                    case 1 -> Pin.RELEASED;
                    default -> Pin.NONE;
                };
        return new Version<>(fromMillis, pin, value);
    }

    private static void swapNeighbours(List<Version<Integer>> versions, Random random) {
        for (int i = 1; i < versions.size(); i += 2) {
            if (random.nextBoolean()) {
                Collections.swap(versions, i - 1, i);
            }
        }
    }
}
