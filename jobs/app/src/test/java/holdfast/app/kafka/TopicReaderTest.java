package holdfast.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.app.shell.FailedRunException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a whole topic is read, or its reader told why it is not. */
class TopicReaderTest {

    private static final Duration POLL = Duration.ofSeconds(15);

    private final TestingConsumer consumer = new TestingConsumer("things.v1", POLL);
    private final TopicReader reader =
            new TopicReader(KafkaCluster.at("broker:9092"), consumer, consumer::nanos);
    private final List<Long> read = new ArrayList<>();

    @Test
    void readsWhatThereIsAndNoMore() {
        consumer.hold(3);
        consumer.sendAtPoll(1, 2);
        consumer.sendAtPoll(2, 2);

        readToEnd();

        assertThat(read).containsExactly(0L, 1L, 2L, 3L);
        assertThat(consumer.polls()).isEqualTo(2);
    }

    @Test
    void asksForNothingWhereThereIsNothing() {
        readToEnd();

        assertThat(consumer.polls()).isZero();
    }

    @Test
    void givesUpWhenTheBrokerDiesHalfWay() {
        consumer.hold(5);
        consumer.sendAtPoll(1, 2);

        assertThatThrownBy(this::readToEnd)
                .isInstanceOf(FailedRunException.class)
                .hasMessage(
                        "cannot work with Kafka at broker:9092: nothing came from things.v1 for 1m"
                                + " and 3 records are missing; see that all its brokers are up,"
                                + " then begin again");

        assertThat(read).containsExactly(0L, 1L);
        assertThat(consumer.polls()).isEqualTo(5);
    }

    @Test
    void waitsForABrokerThatIsSlowButGoesOn() {
        consumer.hold(3);
        consumer.sendAtPoll(4, 1);
        consumer.sendAtPoll(8, 1);
        consumer.sendAtPoll(11, 1);

        readToEnd();

        assertThat(read).containsExactly(0L, 1L, 2L);
    }

    private void readToEnd() {
        reader.readToEnd(entry -> read.add(entry.offset()));
    }
}
