package org.vigie.training.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the outcomes of the stays of PhysioNet-2012: {@code RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death}. */
public final class CohortOutcomes {
    private final Path file;
    private final Map<Integer, StayOutcome> known = new HashMap<>();

    private CohortOutcomes(Path file) {
        this.file = file;
    }

    /** @throws IOException when a line is not an outcome */
    public static CohortOutcomes read(Path file) throws IOException {
        var outcomes = new CohortOutcomes(file);
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            outcomes.add(line.split(",", -1));
        }
        return outcomes;
    }

    /** @param source named in messages about a missing outcome */
    public static CohortOutcomes of(Path source, Map<Integer, StayOutcome> known) {
        var outcomes = new CohortOutcomes(source);
        outcomes.known.putAll(known);
        return outcomes;
    }

    /** @throws IllegalArgumentException when the stay's outcome is not known */
    public boolean died(int id) {
        return of(id).died();
    }

    /** @throws IllegalArgumentException when the stay's outcome is not known */
    public StayOutcome of(int id) {
        StayOutcome outcome = known.get(id);
        if (outcome == null) {
            throw new IllegalArgumentException(file + ": no outcome for stay " + id);
        }
        return outcome;
    }

    private void add(String[] fields) throws IOException {
        if (fields.length != 6 || !fields[5].matches("[01]")) {
            throw new IOException(file + ": not an outcome: " + String.join(",", fields));
        }
        known.put(
                Integer.parseInt(fields[0]), new StayOutcome(fields[5].equals("1"), days(fields[3]), days(fields[4])));
    }

    /** Parses a number of days; -1 means not known. */
    private static double days(String field) {
        double days = Double.parseDouble(field);
        return days < 0 ? Double.NaN : days;
    }
}
