package org.vigie.triage.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A visit as a row of numbers; what is missing is NaN. */
public final class TriageFeatures {
    private static final Set<Double> BY_AMBULANCE = Set.of(2.0, 4.0);
    private static final double WALKING = 1;

    private TriageFeatures() {}

    /** What each number of a row says. */
    public static List<String> names(TriageEvidence evidence) {
        List<String> names = new ArrayList<>();
        for (TriageInput input : evidence.inputs()) {
            if (input == TriageInput.ARRIVAL) {
                names.addAll(List.of("by_ambulance", "walking"));
            } else {
                names.add(input.column());
            }
        }
        if (evidence == TriageEvidence.COMPLAINT) {
            names.addAll(ComplaintGroups.all());
        }
        return names;
    }

    /** The numbers named by {@link #names}. */
    public static float[] row(TriageVisit visit, TriageEvidence evidence) {
        List<Double> row = new ArrayList<>();
        for (TriageInput input : evidence.inputs()) {
            double value = visit.value(input);
            if (input == TriageInput.ARRIVAL) {
                row.add(flag(value, BY_AMBULANCE.contains(value)));
                row.add(flag(value, value == WALKING));
            } else {
                row.add(value);
            }
        }
        if (evidence == TriageEvidence.COMPLAINT) {
            Set<String> groups = new HashSet<>(ComplaintGroups.groups(visit.complaint()));
            ComplaintGroups.all().forEach(group -> row.add(groups.contains(group) ? 1.0 : 0));
        }
        return floats(row);
    }

    public static float[][] rows(List<TriageVisit> visits, TriageEvidence evidence) {
        return visits.stream().map(visit -> row(visit, evidence)).toArray(float[][]::new);
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
