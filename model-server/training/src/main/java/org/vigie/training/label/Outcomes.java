package org.vigie.training.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Outcomes of PhysioNet-2012 by stay: {@code RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death}. */
public final class Outcomes {
    private final Path file;
    private final Map<Integer, Boolean> died = new HashMap<>();

    private Outcomes(Path file) {
        this.file = file;
    }

    /** @throws IOException when a line is not an outcome */
    public static Outcomes read(Path file) throws IOException {
        var outcomes = new Outcomes(file);
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            outcomes.add(line.split(",", -1));
        }
        return outcomes;
    }

    /** @throws IllegalArgumentException when the stay's outcome is not known */
    public boolean died(int id) {
        Boolean outcome = died.get(id);
        if (outcome == null) {
            throw new IllegalArgumentException(file + ": no outcome for stay " + id);
        }
        return outcome;
    }

    private void add(String[] fields) throws IOException {
        if (fields.length != 6 || !fields[5].matches("[01]")) {
            throw new IOException(file + ": not an outcome: " + String.join(",", fields));
        }
        died.put(Integer.parseInt(fields[0]), fields[5].equals("1"));
    }
}
