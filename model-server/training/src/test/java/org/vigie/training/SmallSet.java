package org.vigie.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes made-up stays in the challenge's format: stays that end in death have a fast heart rate and a low pressure.
 */
public final class SmallSet {
    private SmallSet() {}

    /** Writes {@code set-x/} and {@code Outcomes-x.txt}. */
    public static void write(Path folder, String set, int stays, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path files = Files.createDirectories(folder.resolve("set-" + set));
        StringBuilder outcomes = new StringBuilder("RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death\n");
        for (int id = 1; id <= stays; id++) {
            boolean died = id % 4 == 0;
            Files.writeString(files.resolve(id + ".txt"), stay(id, died, random));
            outcomes.append(id).append(",-1,-1,-1,-1,").append(died ? 1 : 0).append('\n');
        }
        Files.writeString(folder.resolve("Outcomes-" + set + ".txt"), outcomes);
    }

    private static String stay(int id, boolean died, SplittableRandom random) {
        StringBuilder text = new StringBuilder("Time,Parameter,Value\n00:00,RecordID,")
                .append(id)
                .append("\n00:00,Age,")
                .append(random.nextInt(40, 90))
                .append("\n00:00,Gender,1\n00:00,Height,-1\n00:00,ICUType,3\n00:00,Weight,-1\n");
        for (int hour = 0; hour < 48; hour++) {
            row(text, hour, "HR", (died ? 105 : 80) + random.nextInt(-15, 15));
            row(text, hour, "SysABP", (died ? 95 : 120) + random.nextInt(-15, 15));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, int hour, String name, int value) {
        text.append(hour < 10 ? "0" : "")
                .append(hour)
                .append(":15,")
                .append(name)
                .append(',')
                .append(value)
                .append('\n');
    }
}
