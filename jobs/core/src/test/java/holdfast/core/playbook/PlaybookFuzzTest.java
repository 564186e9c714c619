package holdfast.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.document.Checked;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Presets damaged at random: reading them must end in a playbook or in problems. */
class PlaybookFuzzTest {
    private static final int DOCUMENTS = 10_000 * Integer.getInteger("holdfast.scale", 1);
    private static final String MARKS = "[]{}:,-#&*!|>'\"%@`\\\n\t ?0.~<\u0000\ufeff\ud83d\u2028é";

    @Test
    void neverThrowsWhateverTheDocument() {
        List<String> seeds =
                Stream.concat(
                                Presets.names().stream()
                                        .map(Presets::named)
                                        .map(p -> p.orElseThrow()),
                                Stream.of(flags()))
                        .map(Playbook::source)
                        .toList();
        PlaybookReader reader = new PlaybookReader(playbook -> 0);
        Random random = new Random(7);
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = damaged(seeds.get(random.nextInt(seeds.size())), random);
            Checked<Playbook> checked = reader.read("fuzz", text);
            assertThat(checked.isAccepted()).isEqualTo(checked.problems().isEmpty());
            accepted += checked.isAccepted() ? 1 : 0;
        }

        assertThat(accepted).isBetween(1, DOCUMENTS - 1);
    }

    private static Playbook flags() {
        return new FlagPlaybook(8_000, 1_000, List.of("a", "b"), Optional.of("c")).playbook();
    }

    private static String damaged(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        int damages = 1 + random.nextInt(4);
        for (int i = 0; i < damages && text.length() > 1; i++) {
            damage(text, random);
        }
        return text.toString();
    }

    private static void damage(StringBuilder text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        switch (random.nextInt(6)) {
            case 0 -> text.setCharAt(at, MARKS.charAt(random.nextInt(MARKS.length())));
            case 1 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
            case 2 -> text.delete(at, end);
            case 3 -> text.insert(at, text.substring(at, end));
            case 4 -> text.setLength(at);
            default -> text.setCharAt(at, (char) random.nextInt(0x1_0000));
        }
    }
}
