package holdfast.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.time.Succession.Version;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    private static final Version<String> BAD = new Version<>(10, Pin.NONE, "bad");
    private static final Version<String> GOOD = new Version<>(20, Pin.PINNED, "good");
    private static final Version<String> LEARNED = new Version<>(30, Pin.NONE, "learned");
    private static final Version<String> LATER = new Version<>(40, Pin.NONE, "later");

    @Test
    void theNewestTakesOverWhenNothingIsPinned() {
        Succession<String> succession = Succession.of(BAD).with(LATER).with(LEARNED);

        assertThat(succession.at(9)).isEqualTo("bad");
        assertThat(succession.at(30)).isEqualTo("learned");
        assertThat(succession.at(40)).isEqualTo("later");
        assertThat(succession.waitingAt(40)).isEmpty();
    }

    @Test
    void aPinnedOneStaysAndOthersWait() {
        Succession<String> succession = Succession.of(BAD).with(GOOD).with(LEARNED).with(LATER);

        assertThat(succession.at(19)).isEqualTo("bad");
        assertThat(succession.at(Long.MAX_VALUE)).isEqualTo("good");
        assertThat(succession.waitingAt(19)).isEmpty();
        assertThat(succession.waitingAt(35)).containsExactly(LEARNED);
        assertThat(succession.waitingAt(40)).containsExactly(LEARNED, LATER);
    }

    @Test
    void aReleasedOneLetsLaterOnesTakeOverAgain() {
        Version<String> released = new Version<>(35, Pin.RELEASED, "learned");
        Succession<String> succession =
                Succession.of(BAD).with(GOOD).with(LEARNED).with(LATER).with(released);

        assertThat(succession.at(34)).isEqualTo("good");
        assertThat(succession.at(35)).isEqualTo("learned");
        assertThat(succession.at(40)).isEqualTo("later");
        assertThat(succession.waitingAt(40)).isEmpty();
        assertThat(succession.waitingVersions()).containsExactly(LEARNED);
    }

    @Test
    void whatWaitsForOnePinnedGoesOnWaitingForTheNext() {
        Version<String> another = new Version<>(35, Pin.PINNED, "another");
        Succession<String> succession = Succession.of(BAD).with(GOOD).with(LEARNED).with(another);

        assertThat(succession.at(50)).isEqualTo("another");
        assertThat(succession.waitingAt(50)).containsExactly(LEARNED);
    }

    @Test
    void whatComesForTheInstantOfAPinnedOneDoesNotReplaceIt() {
        Version<String> same = new Version<>(20, Pin.NONE, "same instant");

        assertThat(Succession.of(GOOD).with(same).at(20)).isEqualTo("good");
        assertThat(Succession.of(same).with(GOOD).at(20)).isEqualTo("good");
        assertThat(Succession.of(GOOD).with(new Version<>(20, Pin.RELEASED, "done")).at(20))
                .isEqualTo("done");
    }

    @Test
    void thePinnedOneNeverFoldsAwayHoweverManyWait() {
        Succession<String> succession = Succession.of(BAD).with(GOOD);
        for (int i = 0; i < 100; i++) {
            succession = succession.with(new Version<>(100 + i, Pin.NONE, "lesson " + i));
        }

        assertThat(succession.at(1_000)).isEqualTo("good");
        assertThat(succession.at(15)).isEqualTo("bad");
        assertThat(succession.waitingAt(1_000))
                .hasSize(Succession.VERSIONS_MAX)
                .last()
                .extracting(Version::value)
                .isEqualTo("lesson 99");
    }
}
