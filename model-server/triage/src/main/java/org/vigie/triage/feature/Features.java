package org.vigie.triage.feature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.triage.visit.Input;
import org.vigie.triage.visit.Visit;

/** A visit as a row of numbers; what is missing is NaN. */
public final class Features {
    private static final Set<Double> BY_AMBULANCE = Set.of(2.0, 4.0);
    private static final double WALKING = 1;

    private Features() {}

    /** What each number of a row says. */
    public static List<String> names(Evidence evidence) {
        List<String> names = new ArrayList<>();
        for (Input input : evidence.inputs()) {
            if (input == Input.ARRIVAL) {
                names.addAll(List.of("by_ambulance", "walking"));
            } else {
                names.add(input.column());
            }
        }
        if (evidence == Evidence.COMPLAINT) {
            names.addAll(Complaints.all());
        }
        return names;
    }

    /** The numbers named by {@link #names}. */
    public static float[] row(Visit visit, Evidence evidence) {
        List<Double> row = new ArrayList<>();
        for (Input input : evidence.inputs()) {
            double value = visit.value(input);
            if (input == Input.ARRIVAL) {
                row.add(flag(value, BY_AMBULANCE.contains(value)));
                row.add(flag(value, value == WALKING));
            } else {
                row.add(value);
            }
        }
        if (evidence == Evidence.COMPLAINT) {
            Set<String> groups = new HashSet<>(Complaints.groups(visit.complaint()));
            Complaints.all().forEach(group -> row.add(groups.contains(group) ? 1.0 : 0));
        }
        return floats(row);
    }

    public static float[][] rows(List<Visit> visits, Evidence evidence) {
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
