package holdfast.core.playbook;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One shop's retention knowledge: its reporting zone and currency, what its events mean, what
 * counts as churn, and when to speak up.
 *
 * <p>Immutable and whole: every reference is resolved, every id and name is unique, every event
 * name belongs to at most one category. It travels as its {@link #source()}, never serialized.
 */
public final class Playbook {
    private static final int CURRENCY_DIGITS_MAX = 3;

    private final String name;
    private final int version;
    private final ZoneId zone;
    private final Currency currency;
    private final Mapping mapping;
    private final List<Category> categories;
    private final List<Outcome> outcomes;
    private final List<Policy> policies;
    private final Bands bands;
    private final Map<String, Category> categoryByEvent;
    private final Calendar calendar;
    private final @Nullable String readFrom;

    /**
     * Makes a playbook that was not read from a text and has no special days.
     *
     * @throws IllegalArgumentException if the parts do not make a whole
     */
    public Playbook(
            String name,
            int version,
            ZoneId zone,
            Currency currency,
            Mapping mapping,
            List<Category> categories,
            List<Outcome> outcomes,
            List<Policy> policies,
            Bands bands) {
        Ids.checkName("playbook", name, Ids.NAME_CHARS_MAX);
        if (version < 1) {
            throw new IllegalArgumentException("a playbook's version starts at 1: " + version);
        }
        checkCurrency(currency);
        this.name = name;
        this.version = version;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.currency = currency;
        this.mapping = Objects.requireNonNull(mapping, "mapping");
        this.categories = sorted(categories, Comparator.comparingInt(Category::id));
        this.outcomes = sorted(outcomes, Comparator.comparingInt(Outcome::id));
        this.policies = sorted(policies, Comparator.comparingInt(Policy::id));
        this.bands = Objects.requireNonNull(bands, "bands");
        PlaybookParts.check(this);
        this.categoryByEvent = byEvent(this.categories);
        this.calendar = Calendar.none();
        this.readFrom = null;
    }

    private Playbook(Playbook parts, Calendar calendar, @Nullable String readFrom) {
        this.name = parts.name;
        this.version = parts.version;
        this.zone = parts.zone;
        this.currency = parts.currency;
        this.mapping = parts.mapping;
        this.categories = parts.categories;
        this.outcomes = parts.outcomes;
        this.policies = parts.policies;
        this.bands = parts.bands;
        this.categoryByEvent = parts.categoryByEvent;
        this.calendar = calendar;
        this.readFrom = readFrom;
    }

    /** The same playbook with other special days; it was not read from a text. */
    public Playbook withCalendar(Calendar other) {
        return new Playbook(this, other, null);
    }

    /** The same playbook, remembering the text it was read from. */
    Playbook withSource(String text) {
        return new Playbook(this, calendar, text);
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** The zone whose days are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** The one currency of all amounts. */
    public Currency currency() {
        return currency;
    }

    public Mapping mapping() {
        return mapping;
    }

    /** The declared categories by rising id, without {@link Category#OTHER}. */
    public List<Category> categories() {
        return categories;
    }

    /** The outcomes by rising id; never empty. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    /** The policies by rising id; never empty. */
    public List<Policy> policies() {
        return policies;
    }

    public Bands bands() {
        return bands;
    }

    /** Days that are not learned from. */
    public Calendar calendar() {
        return calendar;
    }

    /** The YAML text that reads back as this playbook: what it was read from, if it was. */
    public String source() {
        return readFrom == null ? PlaybookText.of(this) : readFrom;
    }

    /** The category that names this event, or {@link Category#OTHER}. */
    public Category categoryOf(String eventName) {
        Category category = categoryByEvent.get(eventName);
        return category == null ? Category.OTHER : category;
    }

    /**
     * Returns the outcome with this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Outcome outcome(int id) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).id() == id) {
                return outcomes.get(i);
            }
        }
        throw new IllegalArgumentException("playbook " + name + " has no outcome " + id);
    }

    /** The outcome with the lowest id: its horizon sets the pace of everything else. */
    public Outcome primaryOutcome() {
        return outcomes.get(0);
    }

    /** A quarter of the primary horizon, all of it, and four times it: how fast sums fade. */
    public long[] halfLivesMillis() {
        long horizonMillis = primaryOutcome().horizonMillis();
        return new long[] {horizonMillis / 4, horizonMillis, 4 * horizonMillis};
    }

    /** The distance of a customer's regular wake-ups: an eighth of the primary horizon. */
    public long gridStepMillis() {
        return primaryOutcome().horizonMillis() / 8;
    }

    /** Silence after which a customer is forgotten: twice the longest active window. */
    public long forgetAfterMillis() {
        long activeWithinMillis = 0;
        for (Outcome outcome : outcomes) {
            activeWithinMillis = Math.max(activeWithinMillis, outcome.activeWithinMillis());
        }
        return 2 * activeWithinMillis;
    }

    /** Why this playbook cannot take the place of the running one; empty if it can. */
    public List<String> refusalToReplace(Playbook running) {
        return Replacement.refusals(running, this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Playbook that
                && version == that.version
                && name.equals(that.name)
                && zone.equals(that.zone)
                && currency.equals(that.currency)
                && mapping.equals(that.mapping)
                && categories.equals(that.categories)
                && outcomes.equals(that.outcomes)
                && policies.equals(that.policies)
                && bands.equals(that.bands)
                && calendar.equals(that.calendar);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, version, zone, currency, categories, outcomes, policies, bands);
    }

    @Override
    public String toString() {
        return "playbook " + name + " version " + version;
    }

    private static void checkCurrency(Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0 || digits > CURRENCY_DIGITS_MAX) {
            throw new IllegalArgumentException(
                    "currency must have minor units of 0 to 3 digits: " + currency);
        }
    }

    private static <T> List<T> sorted(List<T> parts, Comparator<T> byId) {
        List<T> sorted = new ArrayList<>(parts);
        sorted.sort(byId);
        return List.copyOf(sorted);
    }

    private static Map<String, Category> byEvent(List<Category> categories) {
        Map<String, Category> byEvent = new HashMap<>();
        for (Category category : categories) {
            for (String event : category.events()) {
                byEvent.put(event, category);
            }
        }
        return byEvent;
    }
}
