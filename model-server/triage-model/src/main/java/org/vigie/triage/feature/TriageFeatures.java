package org.vigie.triage.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Computes the features of visits for the trees of one kind of evidence. A missing value is NaN.
 *
 * @param evidence decides which inputs are used
 */
public record TriageFeatures(TriageEvidence evidence) {
    private static final Set<Double> BY_AMBULANCE = Set.of(2.0, 4.0);
    private static final double WALKING = 1;
    private static final ComplaintGroups COMPLAINTS = ComplaintGroups.standard();

    /** Returns the name of each feature. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (TriageInput input : evidence.inputs()) {
            if (input == TriageInput.ARRIVAL) {
                names.addAll(List.of("by_ambulance", "walking"));
            } else {
                names.add(input.column());
            }
        }
        if (evidence == TriageEvidence.COMPLAINT) {
            names.addAll(COMPLAINTS.all());
        }
        return names;
    }

    /** Computes the features of one visit, in the order of {@link #names}. */
    public float[] row(TriageVisit visit) {
        List<Double> row = new ArrayList<>();
        evidence.inputs().forEach(input -> add(input, visit.value(input), row));
        if (evidence == TriageEvidence.COMPLAINT) {
            Set<String> groups = new HashSet<>(COMPLAINTS.of(visit.complaint()));
            COMPLAINTS.all().forEach(group -> row.add(groups.contains(group) ? 1.0 : 0));
        }
        return floats(row);
    }

    private static void add(TriageInput input, double value, List<Double> row) {
        if (input == TriageInput.ARRIVAL) {
            row.add(flag(value, BY_AMBULANCE.contains(value)));
            row.add(flag(value, value == WALKING));
        } else {
            row.add(value);
        }
    }

    public float[][] rows(List<TriageVisit> visits) {
        return visits.stream().map(this::row).toArray(float[][]::new);
    }

    private static double flag(double known, boolean set) {
        return Double.isNaN(known) ? Double.NaN : set ? 1 : 0;
    }

    private static float[] floats(List<Double> numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }
}
