package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.app.kafka.TestingReader.Partition;
import org.junit.jupiter.api.Test;

class ArrivalWatermarksTest {

    /** Until a time that has passed is noticed. */
    private static final long NOTICED = TestingReader.NOTICED_MILLIS;

    private final TestingReader reader = new TestingReader();
    private final Partition partition = reader.partition();

    @Test
    void isIdleSoonAfterARecordThatWasReadFresh() {
        partition.read(100);

        assertThat(isIdleAfter(1_000)).isFalse();
        assertThat(isIdleAfter(NOTICED)).isTrue();
    }

    @Test
    void isNotIdleSoSoonWhileItWorksOffABacklog() {
        partition.read(TestingReader.BACKLOG_MILLIS);

        assertThat(isIdleAfter(30_000)).isFalse();
        assertThat(isIdleAfter(NOTICED)).isTrue();
    }

    @Test
    void isNotIdleSoSoonBeforeItsFirstRecord() {
        assertThat(isIdleAfter(30_000)).isFalse();
        assertThat(isIdleAfter(NOTICED)).isTrue();
    }

    @Test
    void isNoLongerBehindOnceItReadsAFreshRecord() {
        partition.read(TestingReader.BACKLOG_MILLIS);
        partition.read(0);

        assertThat(isIdleAfter(1_000 + NOTICED)).isTrue();
    }

    @Test
    void isNotIdleWhileItsTurnIsYetToComeHoweverLongTheOthersTake() {
        Partition other = reader.partition();
        Partition third = reader.partition();
        partition.readFor(1_000);

        other.readFor(25_000);
        third.readFor(25_000);
        other.readFor(25_000);
        assertThat(partition.isIdle()).isFalse();
    }

    @Test
    void isIdleWhenTheReaderHasGoneRoundIt() {
        Partition other = reader.partition();
        Partition third = reader.partition();

        for (int i = 0; i < 4; i++) {
            other.readFor(2_000);
            assertThat(partition.isIdle()).isEqualTo(i == 3);
            third.readFor(2_000);
        }
        assertThat(other.isIdle()).isFalse();
        assertThat(third.isIdle()).isFalse();
    }

    @Test
    void isNotIdleTooSoonHoweverFastTheReaderGoesRound() {
        Partition other = reader.partition();
        Partition third = reader.partition();

        for (int i = 0; i < 12; i++) {
            other.readFor(200);
            third.readFor(200);
        }
        assertThat(partition.isIdle()).isFalse();

        reader.rest(NOTICED);
        assertThat(partition.isIdle()).isTrue();
    }

    @Test
    void isIdleWhenWhatIsReadElsewhereWasSentMeanwhile() {
        Partition other = reader.partition();

        reader.rest(6_000);
        other.read(100);
        other.read(0);
        reader.rest(TestingReader.STEP_MILLIS);
        other.read(100);
        reader.rest(TestingReader.STEP_MILLIS);
        assertThat(partition.isIdle()).isFalse();

        other.read(100);
        reader.rest(TestingReader.STEP_MILLIS);
        assertThat(partition.isIdle()).isTrue();
    }

    @Test
    void isNotIdleBecauseAProducersClockIsAhead() {
        Partition other = reader.partition();

        reader.rest(6_000);
        for (int i = 0; i < 5; i++) {
            other.read(-60_000);
            reader.rest(TestingReader.STEP_MILLIS);
        }

        assertThat(partition.isIdle()).isFalse();
    }

    /** Nothing tells where the turn of the only one ends. */
    @Test
    void isIdleInTheEndIfAnotherAloneIsRead() {
        Partition other = reader.partition();

        other.readFor(30_000);
        assertThat(partition.isIdle()).isFalse();
        other.readFor(NOTICED + TestingReader.STEP_MILLIS);
        assertThat(partition.isIdle()).isTrue();
        assertThat(other.isIdle()).isFalse();
    }

    @Test
    void isIdleAlthoughBrokenRecordsCome() {
        partition.refuseFor(30_000 + NOTICED);

        assertThat(partition.isIdle()).isTrue();
    }

    /** The longest turn of a partition may be one of broken records. */
    @Test
    void brokenRecordsOfAnotherTakeTheirTurn() {
        Partition other = reader.partition();

        other.refuseFor(25_000);

        assertThat(partition.isIdle()).isFalse();
    }

    private boolean isIdleAfter(long millis) {
        reader.rest(millis);
        return partition.isIdle();
    }
}
