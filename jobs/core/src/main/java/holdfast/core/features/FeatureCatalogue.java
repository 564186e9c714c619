package holdfast.core.features;

import holdfast.core.bytes.Hashes;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All features in their order, and the fingerprint by which a model fitted to another catalogue is
 * known.
 */
public final class FeatureCatalogue {

    private static final List<Feature> FEATURES = List.of(Feature.values());

    private FeatureCatalogue() {}

    /** The features, each at its position. */
    public static List<Feature> features() {
        return FEATURES;
    }

    /** How many there are. */
    public static int size() {
        return FEATURES.size();
    }

    /** A hash of the ids in their order: 16 lower-case hexadecimal digits. */
    public static String fingerprint() {
        String ids = FEATURES.stream().map(Feature::id).collect(Collectors.joining(","));
        return HexFormat.of().toHexDigits(Hashes.hash64(ids));
    }
}
