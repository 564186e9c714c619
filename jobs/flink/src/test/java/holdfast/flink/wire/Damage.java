package holdfast.flink.wire;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What transports and bugs do to bytes. */
final class Damage {
    private static final int DAMAGES_MAX = 4;

    private Damage() {}

    /** Changes, drops, repeats or cuts off bytes in a few places. */
    static byte[] damaged(byte[] sound, SplittableRandom random) {
        byte[] value = sound.clone();
        for (int damages = random.nextInt(DAMAGES_MAX); damages >= 0; damages--) {
            int at = random.nextInt(value.length);
            switch (random.nextInt(5)) {
                case 0 -> value[at] = (byte) random.nextInt();
                case 1 -> value[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> value = Arrays.copyOf(value, Math.max(1, at));
                case 3 -> value[at] = value[random.nextInt(value.length)];
                default -> value = repeated(value, at, random.nextInt(20));
            }
        }
        return value;
    }

    private static byte[] repeated(byte[] value, int at, int times) {
        byte[] longer = Arrays.copyOf(value, value.length + times);
        Arrays.fill(longer, at, at + times, value[at]);
        System.arraycopy(value, at, longer, at + times, value.length - at);
        return longer;
    }
}
