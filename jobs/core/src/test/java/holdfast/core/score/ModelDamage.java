package holdfast.core.score;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What transports, bugs and hasty hands do to the text of a model. */
final class ModelDamage {

    private static final int DAMAGES_MAX = 3;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final Pattern MEMBER =
            Pattern.compile(
                    "\"[^\"]*\":(\\{[^{}]*}|\\[[^]]*]|\"[^\"]*\"|[^,{}\\[\\]\"]+|\\{.*?}}+)");
    private static final List<String> NUMBERS =
            List.of(
                    "NaN",
                    ".nan",
                    "Infinity",
                    "-Infinity",
                    "1e999",
                    "-1e308",
                    "1e300",
                    "1e-320",
                    "0",
                    "-0.0",
                    "null",
                    "true",
                    "\"0.5\"",
                    "0x10",
                    "1_000",
                    "01",
                    "{}",
                    "[]",
                    "9223372036854775808",
                    "1e7",
                    "-1",
                    "");

    private ModelDamage() {}

    /** The text with up to {@value #DAMAGES_MAX} damages. */
    static String damaged(String sound, SplittableRandom random) {
        String text = sound;
        for (int damages = 1 + random.nextInt(DAMAGES_MAX); damages > 0; damages--) {
            text = text.isEmpty() ? sound : once(text, random);
        }
        return text;
    }

    private static String once(String text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(10)) {
            case 0 -> text.substring(0, at);
            case 1 -> replaced(text, at, at + 1, "" + (char) (text.charAt(at) ^ bit(random)));
            case 2 -> replaced(text, at, at + 1, "" + (char) random.nextInt(65_536));
            case 3 -> replaced(text, at, Math.min(text.length(), at + random.nextInt(60)), "");
            case 4 -> text.substring(0, at) + text.substring(random.nextInt(text.length()));
            case 5 -> withNumber(text, random, NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 6 -> withNumber(text, random, "" + random.nextInt(1_000) / 100.0);
            case 7 -> withoutAMember(text, random);
            case 8 -> withAMemberTwice(text, random);
            default -> withTwoSwapped(text, random);
        };
    }

    private static int bit(SplittableRandom random) {
        return 1 << random.nextInt(7);
    }

    private static String withNumber(String text, SplittableRandom random, String number) {
        List<MatchResult> numbers = all(NUMBER, text);
        return numbers.isEmpty() ? "" : replaced(text, any(numbers, random), number);
    }

    private static String withoutAMember(String text, SplittableRandom random) {
        List<MatchResult> members = all(MEMBER, text);
        if (members.isEmpty()) {
            return "";
        }
        MatchResult member = any(members, random);
        boolean isLast = member.end() == text.length() || text.charAt(member.end()) != ',';
        int start = isLast ? Math.max(0, member.start() - 1) : member.start();
        return replaced(text, start, isLast ? member.end() : member.end() + 1, "");
    }

    private static String withAMemberTwice(String text, SplittableRandom random) {
        List<MatchResult> members = all(MEMBER, text);
        if (members.isEmpty()) {
            return "";
        }
        MatchResult member = any(members, random);
        return replaced(text, member, member.group() + "," + member.group());
    }

    private static String withTwoSwapped(String text, SplittableRandom random) {
        List<MatchResult> members = all(MEMBER, text);
        if (members.size() < 2) {
            return "";
        }
        int first = random.nextInt(members.size() - 1);
        int second = first + 1 + random.nextInt(members.size() - first - 1);
        MatchResult before = members.get(first);
        MatchResult after = members.get(second);
        return replaced(replaced(text, after, before.group()), before, after.group());
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static MatchResult any(List<MatchResult> found, SplittableRandom random) {
        return found.get(random.nextInt(found.size()));
    }

    private static String replaced(String text, MatchResult place, String by) {
        return replaced(text, place.start(), place.end(), by);
    }

    private static String replaced(String text, int from, int to, String by) {
        return text.substring(0, from) + by + text.substring(to);
    }
}
