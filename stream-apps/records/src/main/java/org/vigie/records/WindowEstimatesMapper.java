package org.vigie.records;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.schemas.WindowEstimatesRecord;
import org.vigie.signal.impute.WindowEstimates;
import org.vigie.signal.impute.WindowEstimates.ImputerIdentity;

/** Maps estimates of a window to their record and back. */
public record WindowEstimatesMapper() {
    public WindowEstimatesRecord toRecord(WindowEstimates estimates) {
        return WindowEstimatesRecord.newBuilder()
                .setImputer(estimates.imputer().name())
                .setVersion(estimates.imputer().version())
                .setDigest(estimates.imputer().digest())
                .setCells(IntStream.of(estimates.cells()).boxed().toList())
                .setValues(list(estimates.values()))
                .setLows(list(estimates.lows()))
                .setHighs(list(estimates.highs()))
                .build();
    }

    public WindowEstimates toRule(WindowEstimatesRecord estimates) {
        return new WindowEstimates(
                new ImputerIdentity(estimates.getImputer(), estimates.getVersion(), estimates.getDigest()),
                estimates.getCells().stream().mapToInt(cell -> cell).toArray(),
                floats(estimates.getValues()),
                floats(estimates.getLows()),
                floats(estimates.getHighs()));
    }

    private static List<Float> list(float... numbers) {
        List<Float> list = new ArrayList<>(numbers.length);
        for (float number : numbers) {
            list.add(number);
        }
        return list;
    }

    private static float[] floats(List<Float> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i);
        }
        return floats;
    }
}
