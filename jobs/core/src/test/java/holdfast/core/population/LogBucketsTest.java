package holdfast.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogBucketsTest {
    @Test
    void countsNothingAndLessInOneBucket() {
        LogBuckets buckets = of(0, -1, Long.MIN_VALUE, 1);

        assertThat(buckets.count()).isEqualTo(4);
        assertThat(buckets.count(0)).isEqualTo(3);
        assertThat(buckets.shareAtOrAbove(0)).isEqualTo(1);
        assertThat(buckets.shareAbove(0)).isEqualTo(.25);
    }

    @Test
    void tellsSmallAmountsApartExactly() {
        LogBuckets buckets = of(1, 2, 3, 15, 16);

        assertThat(buckets.shareAbove(15)).isEqualTo(.2);
        assertThat(buckets.shareAbove(2)).isEqualTo(.6);
        assertThat(buckets.shareAtOrAbove(2)).isEqualTo(.8);
    }

    @Test
    void holdsTheLargestAmount() {
        LogBuckets buckets = of(Long.MAX_VALUE);

        assertThat(buckets.count(LogBuckets.BUCKETS - 1)).isEqualTo(1);
        assertThat(buckets.shareAbove(Long.MAX_VALUE)).isZero();
        assertThat(buckets.quantile(1)).isEqualTo(31L << 58);
    }

    @Test
    void findsQuantiles() {
        LogBuckets buckets = of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(buckets.quantile(0)).isEqualTo(1);
        assertThat(buckets.quantile(.5)).isEqualTo(5);
        assertThat(buckets.quantile(.8)).isEqualTo(8);
        assertThat(buckets.quantile(1)).isEqualTo(10);
        assertThatThrownBy(() -> buckets.quantile(1.1)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> buckets.quantile(Double.NaN)).hasMessageContaining("0 to 1");
    }

    @Test
    void answersForNothingCounted() {
        assertThat(LogBuckets.empty().count()).isZero();
        assertThat(LogBuckets.empty().quantile(.5)).isZero();
        assertThat(LogBuckets.empty().shareAtOrAbove(5)).isZero();
        assertThat(LogBuckets.empty().shareAbove(5)).isZero();
    }

    @Test
    void refusesToRemoveWhatWasNotAdded() {
        assertThatThrownBy(() -> LogBuckets.builder().add(100).remove(200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more amounts removed than added at 200");
        assertThatThrownBy(() -> of(1).minus(of(1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysAsBuiltWhenItsBuilderGoesOn() {
        LogBuckets.Builder builder = LogBuckets.builder().add(5);
        LogBuckets built = builder.build();
        builder.add(6);

        assertThat(built).isEqualTo(of(5));
    }

    private static LogBuckets of(long... amounts) {
        LogBuckets.Builder builder = LogBuckets.builder();
        for (long amount : amounts) {
            builder.add(amount);
        }
        return builder.build();
    }
}
