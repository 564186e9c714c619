package holdfast.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureCatalogueTest {

    /** Never edit a line, only add below: models in the field name features by these ids. */
    private static final List<String> IDS =
            List.of(
                    "prior_logit",
                    "recency",
                    "relative_recency",
                    "tenure",
                    "active_days",
                    "day_rate",
                    "active_days_7",
                    "active_days_28",
                    "active_days_128",
                    "activity_short",
                    "activity_medium",
                    "activity_long",
                    "trend_short",
                    "trend_long",
                    "other_share",
                    "value",
                    "refund_share");

    @Test
    void keepsIdsAndOrder() {
        assertThat(FeatureCatalogue.features()).extracting(Feature::id).isEqualTo(IDS);
    }

    @Test
    void putsEachFeatureAtItsPosition() {
        for (int i = 0; i < FeatureCatalogue.size(); i++) {
            assertThat(FeatureCatalogue.features().get(i).position()).isEqualTo(i);
        }
    }

    @Test
    void knowsEachCatalogueByItsFingerprint() {
        assertThat(FeatureCatalogue.fingerprint()).isEqualTo("f735dd504b03a0cb");
    }

    @Test
    void saysWhatEachFeatureMeans() {
        assertThat(FeatureCatalogue.features())
                .allSatisfy(
                        feature -> {
                            assertThat(feature.unit()).isNotBlank();
                            assertThat(feature.meaning()).isNotBlank();
                            assertThat(feature.code()).matches("[A-Z][A-Z0-9_]*");
                        });
    }
}
