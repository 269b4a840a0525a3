package org.vigie.modelserver.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;

class InferRequestValidatorTest {
    private static final List<TensorCard> TAKES = List.of(card("a", -1L, 2L), card("b", -1L));
    private static final List<TensorCard> GIVES = List.of(card("p", -1L));

    @Test
    void inputsComeInTheCardsOrder() {
        assertThat(check(b(1), a(1))).extracting(FloatTensor::name).containsExactly("a", "b");
    }

    @Test
    void whatDoesNotFitIsNamed() {
        assertRefused("takes [a, b], got [a]", a(1));
        assertRefused("input 'b' is missing", a(1), a(1));
        assertRefused("a: shape must be [-1, 2], was [1, 3]", tensor("a", 1, 3), b(1));
        assertRefused("a: shape must be [-1, 2], was [2]", tensor("a", 2), b(1));
        assertRefused("b: has 3 rows, others have 2", a(2), b(3));
        assertRefused("takes 1 to 4 rows, got 5", a(5), b(5));
        assertRefused("takes 1 to 4 rows, got 0", a(0), b(0));
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        // given
        FloatTensor broken = b(1);

        // when
        broken.data()[0] = Float.NaN;

        // then
        assertRefused("b: must be finite, held NaN", a(1), broken);

        // when
        broken.data()[0] = Float.NEGATIVE_INFINITY;

        // then
        assertRefused("b: must be finite, held -Infinity", a(1), broken);
    }

    @Test
    void anOutputThatTheModelDoesNotGiveIsRefused() {
        // given
        InferRequest request = new InferRequest("", List.of(a(1), b(1)), List.of("q"), false);

        // when, then
        assertThatThrownBy(() -> new InferRequestValidator(TAKES, GIVES, 4).inputs(request))
                .hasMessage("gives [p], asked for 'q'");
    }

    private static void assertRefused(String problem, FloatTensor... inputs) {
        assertThatThrownBy(() -> check(inputs))
                .isInstanceOfSatisfying(
                        ServingException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ServingException.ServingErrorCode.INVALID))
                .hasMessage(problem);
    }

    private static List<FloatTensor> check(FloatTensor... inputs) {
        return new InferRequestValidator(TAKES, GIVES, 4)
                .inputs(new InferRequest("", List.of(inputs), List.of(), false));
    }

    private static FloatTensor a(int rows) {
        return tensor("a", rows, 2);
    }

    private static FloatTensor b(int rows) {
        return tensor("b", rows);
    }

    private static FloatTensor tensor(String name, long... shape) {
        int elements = 1;
        for (long axis : shape) {
            elements *= (int) axis;
        }
        return new FloatTensor(name, shape, new float[elements]);
    }

    private static TensorCard card(String name, Long... shape) {
        return new TensorCard(name, "FP32", List.of(shape), "", List.of());
    }
}
