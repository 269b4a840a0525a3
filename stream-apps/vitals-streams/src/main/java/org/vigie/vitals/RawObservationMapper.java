package org.vigie.vitals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.identify.BedOccupancy;

/** Maps records of the topics to the values of the cleaning rules. */
final class RawObservationMapper {
    private RawObservationMapper() {}

    static List<Reading> readings(Observation observation) {
        List<Reading> readings = new ArrayList<>(observation.getReadings().size());
        for (ReadingRecord reading : observation.getReadings()) {
            readings.add(reading(reading));
        }
        return readings;
    }

    /** Returns the value of a record. Its variable is the catalogue's own string, whose hash is computed once and not for each record. */
    static Reading reading(ReadingRecord reading) {
        String sent = reading.getVariable();
        return new Reading(
                VariableCatalogue.standard().find(sent).map(Variable::name).orElse(sent),
                Objects.requireNonNullElse(reading.getValue(), Double.NaN),
                Objects.requireNonNullElse(reading.getText(), ""),
                reading.getUnit(),
                EnumMappings.MEASUREMENT_STATUS.toRule(reading.getStatus()),
                reading.getMeasuredAt(),
                reading.getChannel());
    }

    /** Returns the value of a record in the catalogue's unit; NaN when there is none. Most records are in that unit. */
    static double catalogueValue(ReadingRecord sent) {
        Double value = sent.getValue();
        Optional<Variable> known = VariableCatalogue.standard().find(sent.getVariable());
        return value != null && known.isPresent() && known.get().unit().equals(sent.getUnit())
                ? UnitConversion.IDENTITY.apply(value)
                : reading(sent).catalogueValue();
    }

    /** Returns true when the record only corrects or retracts earlier values. */
    static boolean isChange(Observation observation) {
        for (ReadingRecord reading : observation.getReadings()) {
            MeasurementStatusRecord status = reading.getStatus();
            if (status != MeasurementStatusRecord.CORRECTED && status != MeasurementStatusRecord.RETRACTED) {
                return false;
            }
        }
        return true;
    }

    static List<BedOccupancy> occupancies(BedStays bed) {
        return bed.getStays().stream().map(RawObservationMapper::occupancy).toList();
    }

    private static BedOccupancy occupancy(Stay stay) {
        return new BedOccupancy(
                stay.getStay(), stay.getFrom(), Objects.requireNonNullElse(stay.getUntil(), BedOccupancy.OPEN));
    }
}
