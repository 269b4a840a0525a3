package org.vigie.inference.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.impute.PreparationRecipe;
import org.vigie.signal.impute.RecipeFileParser;

class ImputerRecipeTest {
    private static final String WARD = """
            recipe: ward
            revision: 2
            select: [hr, glucose, urine]
            unit: {glucose: mmol/L}
            """;

    @TempDir
    Path folder;

    @Test
    void aFolderWithoutARecipeHoldsTheRulesOfTheModelsThatShip() throws IOException {
        assertThat(ImputerRecipe.read(folder, card(PreparationRecipe.SHIPPED)).rules())
                .isEqualTo(PreparationRecipe.SHIPPED);
    }

    @Test
    void aRecipeThatTheCardDoesNotNameIsRefusedWithBothDigests() throws IOException {
        // given
        Files.writeString(folder.resolve("recipe.yaml"), WARD);

        // when, then
        assertThat(ImputerRecipe.read(folder, card(parsed(WARD))).rules()).isEqualTo(parsed(WARD));
        assertThatThrownBy(() -> ImputerRecipe.read(folder, card(PreparationRecipe.SHIPPED)))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("recipe.yaml") + ": must hold the rules "
                        + PreparationRecipe.SHIPPED.windowDigest().substring(0, 12)
                        + " that the card of the imputer names, was "
                        + parsed(WARD).windowDigest().substring(0, 12));
    }

    @Test
    void aMissingRecipeIsRefusedToo() {
        assertThatThrownBy(() -> ImputerRecipe.read(folder, card(parsed(WARD))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("recipe.yaml: must hold the rules ");
    }

    @Test
    void aWrongRecipeIsRefusedWithItsLine() throws IOException {
        // given
        Files.writeString(folder.resolve("recipe.yaml"), "recipe: ward\nrevision: 2\nselect: [pulse_of_x]\n");

        // when, then
        assertThatThrownBy(() -> ImputerRecipe.read(folder, card(PreparationRecipe.SHIPPED)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("recipe.yaml:3: ");
    }

    @Test
    void windowsOfOtherRulesAreRefusedAndThoseOfAnotherTrainingAreNot() {
        // given
        ImputerRecipe recipe = new ImputerRecipe(parsed(WARD));

        // when, then
        recipe.check("--imputer", parsed(WARD + "training: {impute: TWO_SIDED}\n"), "train one");
        assertThatThrownBy(() -> recipe.check("--imputer", PreparationRecipe.SHIPPED, "train one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--imputer: the imputer learnt from windows of the rules ")
                .hasMessageEndingWith("; train one");
    }

    @Test
    void aSeriesThatIsLeftOutGetsNoEstimateAndAnotherUnitHasItsOwnPossibleValues() {
        // given
        ImputerRecipe recipe = new ImputerRecipe(parsed(WARD));

        // when, then
        assertThat(recipe.estimates(series("hr"))).isTrue();
        assertThat(recipe.estimates(series("lactate"))).isFalse();
        assertThat(recipe.estimates(series("urine"))).isFalse();
        double catalogue = VariableCatalogue.standard().get("glucose").hard().high();
        assertThat(recipe.possible(series("glucose")).high()).isEqualTo(catalogue / 18.016, within(.5));
    }

    @Test
    void aColumnThatNoStayMeasuredIsNotLearnt() {
        // given
        float[] cells = new float[ImputationGrid.CELLS];
        Arrays.fill(cells, Float.NaN);
        cells[0] = 7;

        // when
        SeriesScaling scaling = SeriesScaling.fit(List.of(new ImputationGrid(1, cells)));

        // then
        assertThat(scaling.isLearnt(0)).isTrue();
        assertThat(scaling.isLearnt(1)).isFalse();
    }

    private static PreparationRecipe parsed(String text) {
        return new RecipeFileParser("recipe.yaml", text).parse();
    }

    private static int series(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }

    private static ImputerCard card(PreparationRecipe recipe) {
        return new ImputerCard(
                ImputerCard.NAME,
                "1",
                List.of("b"),
                1,
                ImputerConfig.shipped(1, 1),
                ImputationGrid.names(),
                new SeriesScaling(new float[0], new float[0], new float[0]),
                "",
                recipe.windowDigest());
    }
}
