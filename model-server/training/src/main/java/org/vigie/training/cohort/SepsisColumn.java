package org.vigie.training.cohort;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.variable.VariableCatalogue;

/** Maps a column of PhysioNet-2019 to a variable of the catalogue and the unit of its values. */
record SepsisColumn(String variable, String unit) {
    /** Column, variable and unit; an empty unit is that of the catalogue. */
    private static final String COLUMNS = """
            HR hr
            Temp temp
            SBP nibp_sys
            MAP nibp_mean
            DBP nibp_dia
            Resp rr
            HCO3 bicarbonate
            FiO2 fio2 1
            pH ph
            PaCO2 paco2
            SaO2 sao2
            AST ast
            BUN bun
            Alkalinephos alp
            Creatinine creatinine
            Glucose glucose
            Lactate lactate
            Magnesium magnesium mg/dL
            Potassium potassium
            Bilirubin_total bilirubin_total
            TroponinI troponin_i
            Hct hematocrit
            WBC wbc
            Platelets platelets
            """;

    private static final Map<String, SepsisColumn> BY_NAME = parsed();

    /** Finds a column by its name in the header; empty for a column that is none of the 37 series. */
    static Optional<SepsisColumn> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, SepsisColumn> parsed() {
        Map<String, SepsisColumn> columns = new HashMap<>();
        COLUMNS.lines().map(line -> line.split(" ")).forEach(words -> {
            String usual = VariableCatalogue.standard().get(words[1]).unit();
            columns.put(words[0], new SepsisColumn(words[1], words.length > 2 ? words[2] : usual));
        });
        return Map.copyOf(columns);
    }
}
