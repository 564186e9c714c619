package holdfast.core.features;

import holdfast.core.engagement.Engagement;
import holdfast.core.playbook.Category;
import holdfast.core.playbook.Playbook;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each feature stands in an array of them: the catalogue's first, then those of each category
 * told apart, by rising id. Immutable.
 */
public final class FeatureLayout {

    private final int[] categoryIds;
    private final int[] places = new int[Engagement.TALLIES_MAX];

    private FeatureLayout(int[] categoryIds) {
        this.categoryIds = categoryIds;
        Arrays.fill(places, -1);
        for (int place = 0; place < categoryIds.length; place++) {
            places[categoryIds[place]] = place;
        }
    }

    /** A layout that tells these categories apart. */
    public static FeatureLayout of(Collection<Integer> categoryIds) {
        return new FeatureLayout(
                categoryIds.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    }

    /** A layout that tells no category apart. */
    public static FeatureLayout ofCatalogue() {
        return of(List.of());
    }

    /** Tells all categories of a playbook apart, the implicit one too, if it has any of its own. */
    public static FeatureLayout of(Playbook playbook) {
        if (playbook.categories().isEmpty()) {
            return ofCatalogue();
        }
        int[] ids =
                IntStream.concat(
                                IntStream.of(Category.OTHER.id()),
                                playbook.categories().stream().mapToInt(Category::id))
                        .sorted()
                        .distinct()
                        .toArray();
        return new FeatureLayout(ids);
    }

    /** How long the array is. */
    public int width() {
        return FeatureCatalogue.size() + categoryIds.length * CategoryFeature.all().size();
    }

    /** How many categories are told apart. */
    public int categories() {
        return categoryIds.length;
    }

    /** The categories told apart, rising; a copy. */
    public int[] categoryIds() {
        return categoryIds.clone();
    }

    /** The category at a place, from 0. */
    public int categoryId(int place) {
        return categoryIds[place];
    }

    /** Where a feature of the category at a place stands. */
    public int position(int place, CategoryFeature feature) {
        return FeatureCatalogue.size() + place * CategoryFeature.all().size() + feature.position();
    }

    /** The place of a category, or -1. */
    public int placeOf(int categoryId) {
        return places[categoryId];
    }
}
