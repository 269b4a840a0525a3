package org.vigie.signal.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.retrospective.RetrospectiveDetector;
import org.vigie.signal.impute.TrainingPreparation.TrainingCleaning;
import org.vigie.signal.impute.TrainingPreparation.TrainingImputation;

class RecipeFileParserTest {
    private static final String HEAD = "recipe: ward\nrevision: 2\n";

    @Test
    void aFileWithoutStepsIsTheShippedRecipe() {
        // when
        PreparationRecipe recipe = parse(HEAD);

        // then
        assertThat(recipe.name()).isEqualTo("ward");
        assertThat(recipe.revision()).isEqualTo(2);
        assertThat(recipe.digest()).isEqualTo(PreparationRecipe.SHIPPED.digest());
        assertThat(recipe.differences(PreparationRecipe.SHIPPED)).isEmpty();
    }

    @Test
    void eachStepChangesItsSeries() {
        // when
        PreparationRecipe recipe = parse(HEAD + """
                select: [hr, glucose, abp_mean, urine]
                unit: {glucose: mmol/L}
                range: {hr: [20, 250]}
                merge: {abp_mean: nibp_mean}
                resample: {sum: []}
                impute: {carryHours: 12}
                encode: [VALUES, MEASURED]
                """);

        // then
        assertThat(rule(recipe, "lactate").selected()).isFalse();
        assertThat(rule(recipe, "glucose").conversion().apply(180)).isBetween(9.9, 10.1);
        assertThat(rule(recipe, "hr").range()).isEqualTo(new ValueRange(20, 250));
        assertThat(rule(recipe, "abp_mean").mergedFrom()).isEqualTo(series("nibp_mean"));
        assertThat(rule(recipe, "urine").hourly()).isEqualTo(HourlyValue.MEAN);
        assertThat(rule(recipe, "hr").carryHours()).isEqualTo(12);
        assertThat(recipe.ages()).isFalse();
    }

    @Test
    void aCommentOrANewNameDoesNotChangeTheDigestButARuleDoes() {
        // given
        String digest = parse(HEAD + "range: {hr: [20, 250]}\n").digest();

        // when, then
        assertThat(parse("# why\nrecipe: other\nrevision: 9\nrange: {hr: [20, 250]}\n")
                        .digest())
                .isEqualTo(digest);
        assertThat(parse(HEAD + "range: {hr: [20, 260]}\n").digest()).isNotEqualTo(digest);
    }

    @Test
    void theRevisionOfTheDetectorIsAPartOfTheRulesOfStaysThatItCleans() {
        assertThat(new TrainingPreparation(TrainingCleaning.RETROSPECTIVE, TrainingImputation.LAST_VALUE).canonical())
                .isEqualTo("training RETROSPECTIVE " + RetrospectiveDetector.REVISION + " LAST_VALUE");
        assertThat(TrainingPreparation.AS_LIVE.canonical()).isEqualTo("training LIVE LAST_VALUE");
    }

    @Test
    void theStaysForTrainingAreAPartOfTheRulesAndTheLiveWindowsStay() {
        // when
        PreparationRecipe recipe = parse(HEAD + "training: {clean: RETROSPECTIVE, impute: TWO_SIDED}\n");

        // then
        assertThat(recipe.training())
                .isEqualTo(new TrainingPreparation(TrainingCleaning.RETROSPECTIVE, TrainingImputation.TWO_SIDED));
        assertThat(recipe.digest()).isNotEqualTo(PreparationRecipe.SHIPPED.digest());
        assertThat(recipe.windowDigest()).isEqualTo(PreparationRecipe.SHIPPED.digest());
        assertThat(parse(HEAD + "training: {clean: LIVE}\n").digest()).isEqualTo(PreparationRecipe.SHIPPED.digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    range: {hr: [250, 20]}       | 3: hr: must be the lowest and the highest value, such as [20, 300]
                    range: {spo3: [1, 2]}        | 3: 'spo3' is no series of a window
                    unit: {glucose: litres}      | 3: glucose: must be a unit that glucose can have, such as mg/dL, was 'litres'
                    merge: {hr: temp}            | 3: hr: must be another series in /min, was 'temp'
                    select: [hr, age]            | 3: 'age' is no series of a window
                    impute: {carryHours: soon}   | 3: carryHours: must be a number, was 'soon'
                    encode: [TIMES]              | 3: encode: must be one of [VALUES, MEASURED, AGES], was 'TIMES'
                    smooth: {hr: 3}              | 3: unknown key 'smooth', expected one of recipe, revision, select
                    training: {impute: BEST}     | 3: impute: must be one of [LAST_VALUE, TWO_SIDED], was 'BEST'
                    resample: {mean: [hr]}       | 3: unknown key 'mean', expected one of sum
                    """)
    void aWrongRuleIsRefusedWithItsLine(String step, String problem) {
        assertThatThrownBy(() -> parse(HEAD + step + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ward.yaml:" + problem);
    }

    @Test
    void aRecipeWithoutARevisionIsRefused() {
        assertThatThrownBy(() -> parse("recipe: ward\n")).hasMessage("ward.yaml:1: recipe: 'revision' is missing");
    }

    private static PreparationRecipe parse(String text) {
        return new RecipeFileParser("ward.yaml", text).parse();
    }

    private static SeriesRecipe rule(PreparationRecipe recipe, String variable) {
        return recipe.series().get(series(variable));
    }

    private static int series(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}
