package holdfast.flink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.CategoryFeature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingMessagesTest {

    private static final long T0 = 1_700_000_000_000L;
    private static final int EACH = CategoryFeature.all().size();

    private final TrainingMessages messages = new TrainingMessages();
    private final TrainingRecord snapshot = snapshot(FeatureCatalogue.size() + 2 * EACH);

    @Test
    void readsWhatItWrote() {
        List<TrainingRecord> records =
                List.of(
                        snapshot,
                        TrainingRecord.decided(Long.MIN_VALUE, 2, T0),
                        TrainingRecord.treated(7, -1),
                        TrainingRecord.erased(0, 0));

        for (TrainingRecord record : records) {
            EncodedRecord encoded = messages.encoded(record);
            assertThat(encoded.kind()).isEqualTo(EncodedRecord.Kind.TRAINING);
            assertThat(encoded.timestampMillis()).isEqualTo(record.atMillis());
            assertThat(encoded.key()).isEmpty();
            assertThat(messages.read(bytes(record))).contains(record);
        }
    }

    @Test
    void writesTheBytesOfTheGeneratedClass() throws IOException {
        TrainingRecord odd =
                TrainingRecord.snapshot(
                        -1,
                        8,
                        Long.MIN_VALUE,
                        new Snapshot(
                                new Snapshot.Span(Long.MAX_VALUE, 0, Integer.MAX_VALUE),
                                Long.MAX_VALUE,
                                new int[0],
                                new double[] {-0.0, Double.NaN, Double.MIN_VALUE, 1e300}));
        TrainingRecord wide = snapshot(5_000);

        for (TrainingRecord record :
                List.of(
                        snapshot,
                        TrainingRecord.decided(Long.MIN_VALUE, 2, T0),
                        wide,
                        TrainingRecord.treated(7, -1),
                        odd,
                        TrainingRecord.erased(0, 0),
                        snapshot)) {
            assertThat(bytes(record)).isEqualTo(new NaiveTrainingWriter().bytes(record));
        }
    }

    @Test
    void takesNoFeaturesOfAnotherCatalogue() throws IOException {
        holdfast.schemas.v1.TrainingRecord message =
                holdfast.schemas.v1.TrainingRecord.getDecoder().decode(bytes(snapshot));
        message.setCatalogue("0000000000000000");

        byte[] foreign =
                FramedRecords.singleObject(holdfast.schemas.v1.TrainingRecord.class).bytes(message);

        assertThat(messages.read(foreign)).isEmpty();
    }

    @Test
    void takesNoFeaturesOfAWrongNumber() {
        assertThat(messages.read(bytes(snapshot(FeatureCatalogue.size() + EACH)))).isEmpty();
        assertThat(messages.read(bytes(snapshot(0)))).isEmpty();
    }

    @Test
    void saysThatDamagedBytesCannotBeRead() {
        byte[] whole = bytes(snapshot);
        Random random = new Random(5);
        for (int length = 0; length < whole.length; length++) {
            assertThat(messages.read(Arrays.copyOf(whole, length))).isEmpty();
        }
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            messages.read(damaged); // Another value or none, but no error.
        }
        assertThat(messages.read("{\"kind\":\"ERASED\"}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private byte[] bytes(TrainingRecord record) {
        return Objects.requireNonNull(messages.encoded(record).value());
    }

    private static TrainingRecord snapshot(int width) {
        double[] features = new Random(width).doubles(width).toArray();
        return TrainingRecord.snapshot(
                41,
                1,
                T0,
                new Snapshot(
                        new Snapshot.Span(T0 - 9, T0 - 3, 2), 4_200, new int[] {0, 3}, features));
    }
}
