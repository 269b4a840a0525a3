package org.vigie.modelserver.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.model.protocol.InferRequest;

class RecipeCheckTest {
    @Test
    void aWindowOfAnotherRecipeIsRefusedWithBothDigests() {
        assertThatThrownBy(() -> RecipeCheck.ofSurvivalModel("survival 3", "0123456789abcdef")
                        .check(prepared("fedcba9876543210")))
                .isInstanceOfSatisfying(
                        ServingException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ServingException.ServingErrorCode.INVALID))
                .hasMessage("recipe: the window was prepared by fedcba987654, survival 3 was trained with 0123456789ab;"
                        + " set window.recipe of risk-flink to the recipe.yaml of the model");
    }

    @Test
    void theRefusalOfAnImputerNamesItsOwnSetting() {
        assertThatThrownBy(() -> RecipeCheck.ofImputer("imputer-attention 1", "0123456789abcdef")
                        .check(prepared("fedcba9876543210")))
                .hasMessage(
                        "recipe: the window was prepared by fedcba987654, imputer-attention 1 was trained with"
                                + " 0123456789ab; serve an imputer of this window.recipe, or leave impute.model of risk-flink empty");
    }

    @ParameterizedTest
    @CsvSource({"abc, abc", "'', abc", "abc, ''"})
    void theSameRecipeAndAnUnknownOnePass(String prepared, String trained) {
        assertThatCode(() -> RecipeCheck.ofSurvivalModel("survival 3", trained).check(prepared(prepared)))
                .doesNotThrowAnyException();
    }

    private static InferRequest prepared(String recipe) {
        return new InferRequest("", List.of(), List.of(), false, recipe);
    }
}
