package holdfast.app;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shape of the programs themselves. */
@AnalyzeClasses(packages = "holdfast.app", importOptions = ImportOption.DoNotIncludeTests.class)
class AppRulesTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("holdfast.app.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);
}
