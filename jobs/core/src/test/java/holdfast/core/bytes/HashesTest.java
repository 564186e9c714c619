package holdfast.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashesTest {

    /** Never regenerate: ids and phases in the field were made with these. */
    @Test
    void neverChange() {
        assertThat(Hashes.hash64("")).isEqualTo(-5506949292836776989L);
        assertThat(Hashes.hash64("c-10482")).isEqualTo(-2404927005152978972L);
        assertThat(Hashes.hash64("c-10482", 7)).isEqualTo(-4513114966252943899L);
        assertThat(Hashes.hash64(new byte[] {1, 2, 3, -4}, 1, 4)).isEqualTo(-2062649212477008495L);
        assertThat(Hashes.join(1, 2)).isEqualTo(-8392752557841545121L);
    }

    @Test
    void spreadOverAllBuckets() {
        int[] buckets = new int[16];
        for (int i = 0; i < 16_000; i++) {
            buckets[(int) (16 * Hashes.fraction(Hashes.hash64("c-" + i)))]++;
        }
        assertThat(Arrays.stream(buckets).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    }

    @Test
    void differForShortTexts() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            hashes.add(Hashes.hash64(Integer.toString(i)));
        }
        assertThat(hashes).hasSize(100_000);
    }

    @Test
    void differWithTheOrderOfJoins() {
        assertThat(Hashes.join(Hashes.join(0, 1), 2))
                .isNotEqualTo(Hashes.join(Hashes.join(0, 2), 1));
    }
}
