package org.vigie.model.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.window.HourlyGrid;

/**
 * Maps windows and assessments to the tensors of a survival model, with the batch as first axis.
 *
 * <p>JSON has no NaN, so {@value #NOT_GIVEN} stands for a missing number. A row in which the model abstains holds only {@code
 * imputed_share}, {@code abstained} and {@code most_helpful}; its probability is not sent.
 */
public final class SurvivalTensors {
    /** Stands for a missing number. */
    public static final float NOT_GIVEN = -1;
    /** Days of the survival curve. */
    public static final int DAYS = 30;

    public static final String PROBABILITY = "probability";
    public static final String LOW = "low";
    public static final String HIGH = "high";
    public static final String SURVIVAL = "survival";
    public static final String LOS_DAYS = "los_days";
    public static final String IMPUTED_SHARE = "imputed_share";
    public static final String ABSTAINED = "abstained";
    public static final String MOST_HELPFUL = "most_helpful";
    public static final String CONTRIBUTIONS = "contributions";
    public static final String STATIC_CONTRIBUTIONS = "static_contributions";

    /** Names of the outputs that a response holds by default. */
    public static final List<String> OUTPUTS =
            List.of(PROBABILITY, LOW, HIGH, SURVIVAL, LOS_DAYS, IMPUTED_SHARE, ABSTAINED, MOST_HELPFUL);
    /** Names of the outputs that a response holds only on request, because they cost many times the rest. */
    public static final List<String> ON_REQUEST = List.of(CONTRIBUTIONS, STATIC_CONTRIBUTIONS);

    private SurvivalTensors() {}

    /** Maps windows to {@code values}, {@code measured}, {@code ages} [batch, 48, 37] and {@code statics} [batch, 12]. */
    public static List<FloatTensor> inputs(List<ScoreRequest> windows) {
        return List.of(
                stack("values", windows, ScoreRequest::values, HourlyGrid.HOURS, HourlyGrid.SERIES),
                stack("measured", windows, ScoreRequest::measured, HourlyGrid.HOURS, HourlyGrid.SERIES),
                stack("ages", windows, ScoreRequest::ages, HourlyGrid.HOURS, HourlyGrid.SERIES),
                stack("statics", windows, ScoreRequest::statics, ScoreRequest.STATICS));
    }

    /** Maps {@link #inputs}, in any order, back to windows. */
    public static List<ScoreRequest> windows(List<FloatTensor> inputs) {
        float[] values = named("values", inputs).data();
        float[] measured = named("measured", inputs).data();
        float[] ages = named("ages", inputs).data();
        float[] statics = named("statics", inputs).data();
        return IntStream.range(0, statics.length / ScoreRequest.STATICS)
                .mapToObj(row -> new ScoreRequest(
                        row(values, row, ScoreRequest.CELLS),
                        row(measured, row, ScoreRequest.CELLS),
                        row(ages, row, ScoreRequest.CELLS),
                        row(statics, row, ScoreRequest.STATICS)))
                .toList();
    }

    /** Maps assessments to {@link #OUTPUTS}. */
    public static List<FloatTensor> outputs(List<SurvivalAssessment> assessed) {
        List<SurvivalAssessment> assessments =
                assessed.stream().map(SurvivalAssessment::displayable).toList();
        return List.of(
                numbers(PROBABILITY, assessments, SurvivalAssessment::probability),
                numbers(LOW, assessments, SurvivalAssessment::low),
                numbers(HIGH, assessments, SurvivalAssessment::high),
                stack(SURVIVAL, assessments, SurvivalTensors::survival, DAYS),
                numbers(LOS_DAYS, assessments, SurvivalAssessment::losDays),
                numbers(IMPUTED_SHARE, assessments, SurvivalAssessment::imputedShare),
                numbers(ABSTAINED, assessments, assessment -> assessment.abstained() ? 1 : 0),
                numbers(MOST_HELPFUL, assessments, SurvivalAssessment::mostHelpful));
    }

    /** Maps explanations to {@link #ON_REQUEST}; a missing explanation becomes zeros. */
    public static List<FloatTensor> contributions(List<SurvivalExplanation> explanations) {
        Function<SurvivalExplanation, float[]> cells =
                explanation -> Arrays.copyOf(explanation.cells(), ScoreRequest.CELLS);
        Function<SurvivalExplanation, float[]> statics =
                explanation -> Arrays.copyOf(explanation.statics(), ScoreRequest.STATICS);
        return List.of(
                stack(CONTRIBUTIONS, explanations, cells, HourlyGrid.HOURS, HourlyGrid.SERIES),
                stack(STATIC_CONTRIBUTIONS, explanations, statics, ScoreRequest.STATICS));
    }

    /**
     * Maps the first row of a response; a missing output is a missing number.
     *
     * @throws InferenceProtocolException without a probability
     */
    public static SurvivalAssessment assessment(InferResponse response) {
        double probability = number(response.output(PROBABILITY));
        return given(response, ABSTAINED, 0) > 0
                ? SurvivalAssessment.abstaining(given(response, IMPUTED_SHARE, Double.NaN), (int)
                        given(response, MOST_HELPFUL, SurvivalAssessment.NONE))
                : assessment(probability, response);
    }

    private static SurvivalAssessment assessment(double probability, InferResponse response) {
        return new SurvivalAssessment(
                probability,
                given(response, LOW, Double.NaN),
                given(response, HIGH, Double.NaN),
                survival(response),
                given(response, LOS_DAYS, Double.NaN),
                given(response, IMPUTED_SHARE, Double.NaN),
                false,
                SurvivalAssessment.NONE);
    }

    /** Maps the contributions of the first row; {@link SurvivalExplanation#NONE} when the response holds none. */
    public static SurvivalExplanation explanation(InferResponse response) {
        return response.has(CONTRIBUTIONS) && response.has(STATIC_CONTRIBUTIONS)
                ? new SurvivalExplanation(
                        response.output(CONTRIBUTIONS).data(),
                        response.output(STATIC_CONTRIBUTIONS).data())
                : SurvivalExplanation.NONE;
    }

    private static float[] survival(SurvivalAssessment assessment) {
        float[] days = new float[DAYS];
        for (int day = 0; day < DAYS; day++) {
            days[day] = onTheWire(assessment.survivalAfter(day + 1));
        }
        return days;
    }

    private static List<Double> survival(InferResponse response) {
        if (!response.has(SURVIVAL)) {
            return List.of();
        }
        float[] days = response.output(SURVIVAL).data();
        return IntStream.range(0, days.length)
                .mapToObj(day -> (double) days[day])
                .toList();
    }

    private static double given(InferResponse response, String output, double otherwise) {
        if (!response.has(output)) {
            return otherwise;
        }
        double number = number(response.output(output));
        return number == NOT_GIVEN ? otherwise : number;
    }

    private static double number(FloatTensor tensor) {
        if (tensor.data().length == 0) {
            throw new InferenceProtocolException(tensor.name() + ": holds no row");
        }
        return tensor.data()[0];
    }

    private static float onTheWire(double number) {
        return Double.isNaN(number) ? NOT_GIVEN : (float) number;
    }

    private static FloatTensor named(String name, List<FloatTensor> tensors) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InferenceProtocolException("no input '" + name + "'"));
    }

    private static float[] row(float[] rows, int row, int length) {
        return Arrays.copyOfRange(rows, row * length, (row + 1) * length);
    }

    private static <T> FloatTensor numbers(String name, List<T> rows, ToDoubleFunction<T> number) {
        float[] data = new float[rows.size()];
        for (int row = 0; row < data.length; row++) {
            data[row] = onTheWire(number.applyAsDouble(rows.get(row)));
        }
        return new FloatTensor(name, new long[] {rows.size()}, data);
    }

    private static <T> FloatTensor stack(String name, List<T> rows, Function<T, float[]> part, long... axes) {
        int length = (int) LongStream.of(axes).reduce(1, (one, other) -> one * other);
        float[] data = new float[rows.size() * length];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(part.apply(rows.get(row)), 0, data, row * length, length);
        }
        long[] shape = LongStream.concat(LongStream.of(rows.size()), LongStream.of(axes))
                .toArray();
        return new FloatTensor(name, shape, data);
    }
}
