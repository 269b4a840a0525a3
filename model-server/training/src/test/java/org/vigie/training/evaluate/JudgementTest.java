package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.feature.Statics.Sex;
import org.vigie.signal.feature.Statics.Unit;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.evaluate.Judgement.OfGroup;
import org.vigie.training.feature.Example;

class JudgementTest {
    private static final Bootstrap FEW = new Bootstrap(20, 1);

    /** Every fourth died; the women's risks are right, the men's are upside down; nobody under 50 died. */
    private static final List<Example> EXAMPLES = IntStream.range(0, 200)
            .mapToObj(i -> new Example(i, new HourlyGrid(), statics(i), i % 4 == 0))
            .toList();

    @Test
    void aGroupThatIsServedBadlyShows() {
        Judgement judgement = Judgement.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        assertThat(auroc(judgement, "sex female")).isOne();
        assertThat(auroc(judgement, "sex male")).isZero();
        assertThat(group(judgement, "age under 50").stays()).isEqualTo(100);
        assertThat(group(judgement, "age under 50").scores()).isEmpty();
        assertThat(group(judgement, "age 80 and over").stays()).isEqualTo(100);
    }

    @Test
    void sexAgeAndUnitEachPartAllStays() {
        Judgement judgement = Judgement.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        for (String by : List.of("sex", "age", "unit")) {
            assertThat(judgement.subgroups().stream()
                            .filter(group -> group.name().startsWith(by))
                            .mapToInt(OfGroup::stays)
                            .sum())
                    .isEqualTo(200);
        }
    }

    @Test
    void aThresholdThatWasChosenHereIsSaidToBe() {
        Judgement given = Judgement.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);
        Judgement chosen = Judgement.of(EXAMPLES, probabilities(), OptionalDouble.empty(), FEW);

        assertThat(given.thresholdInHindsight()).isFalse();
        assertThat(given.threshold()).isEqualTo(0.5);
        assertThat(chosen.thresholdInHindsight()).isTrue();
        assertThat(chosen.threshold()).isEqualTo(chosen.hours().get(1).bestThreshold());
    }

    @Test
    void theHoursStandInOrderAndTheGroupsAreOfTheLast() {
        Judgement judgement = Judgement.of(EXAMPLES, probabilities(), OptionalDouble.of(0.5), FEW);

        assertThat(judgement.hours()).extracting(Judgement.AtHours::hours).containsExactly(6, 48);
        assertThat(judgement.hours().get(0).scores().get(Score.AUROC).value()).isEqualTo(0.5);
    }

    @Test
    void aSetWithoutADeathIsNotJudged() {
        List<Example> alive = List.of(new Example(1, new HourlyGrid(), Statics.UNKNOWN, false));
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        probabilities.put(48, new float[] {0.5f});

        assertThatThrownBy(() -> Judgement.of(alive, probabilities, OptionalDouble.of(0.5), FEW))
                .hasMessageContaining("nothing to rank");
    }

    private static Statics statics(int i) {
        Sex sex = i < 100 ? Sex.FEMALE : Sex.MALE;
        double age = i % 2 == 0 ? 85 : 40;
        return new Statics(age, sex, 170, 70, i % 3 == 0 ? Unit.MEDICAL : Unit.UNKNOWN);
    }

    private static NavigableMap<Integer, float[]> probabilities() {
        float[] whole = new float[200];
        float[] early = new float[200];
        for (int i = 0; i < 200; i++) {
            boolean right = i < 100;
            whole[i] = (i % 4 == 0) == right ? 0.8f : 0.2f;
            early[i] = 0.3f;
        }
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        probabilities.put(48, whole);
        probabilities.put(6, early);
        return probabilities;
    }

    private static double auroc(Judgement judgement, String name) {
        return group(judgement, name).scores().get(Score.AUROC).value();
    }

    private static OfGroup group(Judgement judgement, String name) {
        return judgement.subgroups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
