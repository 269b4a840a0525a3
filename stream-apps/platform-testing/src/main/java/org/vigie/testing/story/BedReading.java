package org.vigie.testing.story;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds one value of a message with what the cleaner makes of it.
 *
 * @param text as it is sent: a number in the catalogue's unit, or any other text
 * @param judged as the cleaner passes it on; without a value when {@code text} is no number
 */
record BedReading(String text, JudgedReading judged) {
    private static final String NUMBER = "-?\\d+(\\.\\d+)?([eE]-?\\d+)?";

    /** Reads a word of a story. The cleaner keeps the value. */
    static BedReading ofWord(String variable, String word, Instant measuredAt) {
        return new BedReading(word, judgedReading(variable, number(word), measuredAt));
    }

    static BedReading of(String variable, double value, Instant measuredAt) {
        return new BedReading(Double.toString(value), judgedReading(variable, value, measuredAt));
    }

    /** Withdraws the value that was kept of that instant. */
    static BedReading retracted(String variable, double value, Instant measuredAt) {
        BedReading retracted = of(variable, Double.NaN, measuredAt)
                .judged(CleaningOutcomeRecord.RETRACTED, CleaningReasonRecord.RETRACTED);
        retracted.judged().setWithdraws(List.of(value));
        return retracted;
    }

    BedReading judged(CleaningOutcomeRecord outcome, CleaningReasonRecord reason) {
        judged.setVerdict(outcome);
        judged.setReason(reason);
        return this;
    }

    String variable() {
        return judged.getVariable();
    }

    ReadingRecord raw() {
        boolean isNumber = text.matches(NUMBER);
        return ReadingRecord.newBuilder()
                .setVariable(variable())
                .setValue(isNumber ? judged.getValue() : null)
                .setText(isNumber ? null : text)
                .setUnit(VariableCatalogue.standard().get(variable()).unit())
                .setStatus(MeasurementStatusRecord.VALID)
                .setMeasuredAt(judged.getMeasuredAt())
                .build();
    }

    private static double number(String word) {
        return word.matches(NUMBER) ? Double.parseDouble(word) : Double.NaN;
    }

    private static JudgedReading judgedReading(String variable, double value, Instant measuredAt) {
        return JudgedReading.newBuilder()
                .setIndex(0)
                .setVariable(variable)
                .setValue(value)
                .setMeasuredAt(measuredAt)
                .setVerdict(CleaningOutcomeRecord.KEPT)
                .build();
    }
}
