package org.vigie.gateway.fhir;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.codes.ChannelLabels;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.CodeMatch;
import org.vigie.gateway.codes.InterpretedValue;
import org.vigie.gateway.codes.SentCode;
import org.vigie.gateway.codes.ValueInterpreter;
import org.vigie.gateway.codes.ValueOrigin;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.DropReason;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.ReadingStatus;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;

/**
 * An Observation's own value and those of its components. A member of a panel that does not say when it was taken was taken when the
 * panel was; {@code issued} is when a result was released and never a time of measurement.
 */
final class FhirObservationReader {
    private static final String[] TIMES = {
        "effectiveDateTime",
        "effectiveInstant",
        "effectivePeriod",
        "effectiveTiming",
        "appliesDateTime",
        "appliesPeriod"
    };

    private final CodeMap map;
    private final String sender;
    private final FhirTimeParser times;
    private final FhirResourceIndex resources;
    private final FhirIdentityResolver identities;
    private final FhirLocationResolver places;
    private final FhirFindings findings;
    private final ObservationIdentifierReader statements;
    private final Map<Object, IndexedResource> panels = new HashMap<>();

    FhirObservationReader(
            CodeMap map, String sender, FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.map = map;
        this.sender = sender;
        this.times = times;
        this.resources = resources;
        this.identities = new FhirIdentityResolver(resources);
        this.places = new FhirLocationResolver(resources);
        this.findings = findings;
        this.statements = new ObservationIdentifierReader(resources);
        resources.items().forEach(this::findMembers);
    }

    private void findMembers(IndexedResource panel) {
        for (String way : List.of("hasMember", "related", "result")) {
            for (FhirElement reference : panel.resource().each(way)) {
                FhirElement target = reference.has("target") ? reference.get("target") : reference;
                resources.find(target, panel.container()).ifPresent(member -> panels.putIfAbsent(member.path(), panel));
            }
        }
    }

    /** What has a {@code focus} is said of somebody or something else than the subject. */
    void read(IndexedResource item) {
        FhirElement observation = item.resource();
        Optional<DropReason> refusal = FhirObservationStatus.refusal(observation)
                .or(() -> isSetting(item) ? Optional.of(DropReason.SETTING) : Optional.empty())
                .or(() -> inherited(item, "focus").map(said -> DropReason.OTHER_PATIENT));
        List<FhirElement> components = observation.each("component");
        Optional<FhirElement> value = FhirValueReader.in(observation);
        boolean isGroup = !components.isEmpty() || observation.has("hasMember") || observation.has("related");
        if (value.isPresent() || !isGroup || observation.has("dataAbsentReason")) {
            read(item, observation, refusal);
        }
        components.forEach(component -> read(item, component, refusal));
    }

    /** @param holder of the value: the observation or a component */
    private void read(IndexedResource item, FhirElement holder, Optional<DropReason> refusal) {
        List<SentCode> codes = CodeableConceptReader.codes(holder.get("code"));
        Optional<FhirElement> value = FhirValueReader.in(holder);
        Optional<FhirElement> absent = holder.any("dataAbsentReason");
        if (refusal.isEmpty() && FhirObservationStatus.isRetracted(item.resource())) {
            takenBack(item, holder, codes, value);
        } else if (absent.isPresent()) {
            findings.drop(
                    absent.get(),
                    codes,
                    FhirValueReader.shown(absent.get()),
                    refusal.orElse(DropReason.NO_RESULT),
                    FhirReadingCount.ofHolder(holder));
        } else if (FhirValueReader.isAbsentByExtension(holder)) {
            findings.drop(value.orElse(holder.get("value")), codes, refusal.orElse(DropReason.NO_RESULT));
        } else if (value.isEmpty()) {
            findings.drop(holder.get("value"), codes, refusal.orElse(DropReason.EMPTY));
        } else if (refusal.isPresent()) {
            findings.drop(value.get(), codes, refusal.get());
        } else {
            measured(item, holder, codes, value.get());
        }
    }

    /** The value may be repeated or not; which one it was is known further on. A test takes back nothing. */
    private void takenBack(
            IndexedResource item, FhirElement holder, List<SentCode> codes, Optional<FhirElement> value) {
        Optional<FhirValueReader.ScalarFhirValue> repeated = value.map(FhirValueReader::of)
                .filter(FhirValueReader.ScalarFhirValue.class::isInstance)
                .map(FhirValueReader.ScalarFhirValue.class::cast);
        double number = repeated.map(scalar -> scalar.value().doubleValue()).orElse(Double.NaN);
        List<SentCode> units =
                repeated.map(FhirValueReader.ScalarFhirValue::units).orElse(List.of());
        Optional<InterpretedValue.CatalogueQuantity> taken = FhirObservationStatus.isTest(item.resource())
                ? Optional.empty()
                : ValueInterpreter.interpretRetraction(match(item, holder, codes), number, units);
        FhirElement shown = value.orElse(holder.get("value"));
        taken.ifPresentOrElse(
                quantity -> time(item)
                        .ifPresentOrElse(
                                time -> {
                                    findings.add(measured(
                                            item,
                                            time,
                                            quantity,
                                            ReadingStatus.RETRACTED,
                                            channel(item, codes, quantity.variable())));
                                    laterSamples(shown, codes);
                                },
                                () -> findings.drop(shown, codes, DropReason.NO_TIME)),
                () -> findings.drop(shown, codes, DropReason.RETRACTED));
    }

    /** Of a series that is taken back only the first instant is known. */
    private void laterSamples(FhirElement series, List<SentCode> codes) {
        int later = FhirReadingCount.samples(series) - 1;
        if (later > 0) {
            findings.drop(series, codes, later + " samples", DropReason.RETRACTED, later);
        }
    }

    private void measured(IndexedResource item, FhirElement holder, List<SentCode> codes, FhirElement value) {
        FhirValueReader.FhirValue read = FhirValueReader.of(value);
        if (read instanceof FhirValueReader.ScalarFhirValue scalar) {
            measured(item, holder, codes, value, scalar, Duration.ZERO);
        } else if (read instanceof FhirValueReader.SeriesFhirValue series) {
            measured(item, holder, codes, value, series.samples());
        } else if (read instanceof FhirValueReader.UnusableFhirValue unusable) {
            findings.drop(value, codes, unusable.reason());
        }
    }

    private void measured(
            IndexedResource item,
            FhirElement holder,
            List<SentCode> codes,
            FhirElement value,
            FhirSampledSeries samples) {
        for (FhirSampledSeries.SampledValue sample : samples.measured()) {
            measured(
                    item,
                    holder,
                    codes,
                    value,
                    new FhirValueReader.ScalarFhirValue(sample.value(), samples.units()),
                    sample.after());
        }
        if (samples.absent() > 0) {
            findings.drop(value, codes, samples.absent() + " samples", DropReason.NO_RESULT, (int) samples.absent());
        }
    }

    /** @param after the observation's own time */
    private void measured(
            IndexedResource item,
            FhirElement holder,
            List<SentCode> codes,
            FhirElement value,
            FhirValueReader.ScalarFhirValue scalar,
            Duration after) {
        InterpretedValue interpreted = ValueInterpreter.isEmpty(codes)
                ? new InterpretedValue.NotInterpreted(DropReason.NO_CODE)
                : ValueInterpreter.interpret(
                        match(item, holder, codes), scalar.value().doubleValue(), scalar.units());
        if (interpreted instanceof InterpretedValue.NotInterpreted notInterpreted) {
            findings.drop(value, codes, FhirValueReader.shown(value), notInterpreted.reason(), 1);
        } else if (interpreted instanceof InterpretedValue.CatalogueQuantity quantity) {
            ReadingStatus status = FhirObservationStatus.of(item.resource(), holder);
            time(item)
                    .ifPresentOrElse(
                            time -> findings.add(measured(
                                    item,
                                    time.plus(after),
                                    quantity,
                                    status,
                                    channel(item, codes, quantity.variable()))),
                            () -> findings.drop(value, codes, FhirValueReader.shown(value), DropReason.NO_TIME, 1));
        }
    }

    /** A component is part of its observation, an observation of the panel that names it. */
    private CodeMatch match(IndexedResource item, FhirElement holder, List<SentCode> codes) {
        Optional<FhirElement> group = holder.path().equals(item.resource().path())
                ? panel(item).map(IndexedResource::resource)
                : Optional.of(item.resource());
        return map.match(
                sender,
                codes,
                group.map(above -> CodeableConceptReader.codes(above.get("code")))
                        .orElse(List.of()),
                origin(item));
    }

    private ValueOrigin origin(IndexedResource item) {
        ValueOrigin own = FhirValueOriginReader.of(item.resource());
        return own == ValueOrigin.UNSAID
                ? panel(item)
                        .map(above -> FhirValueOriginReader.of(above.resource()))
                        .orElse(own)
                : own;
    }

    private MeasuredValue measured(
            IndexedResource item,
            Instant time,
            InterpretedValue.CatalogueQuantity quantity,
            ReadingStatus status,
            String channel) {
        FhirElement observation = item.resource();
        return new MeasuredValue(
                places.of(observation, item.container()),
                inherited(item, "subject")
                        .map(said -> identities.patient(said.resource().get("subject"), said.container()))
                        .orElse(""),
                inherited(item, "device")
                        .map(said -> identities.device(said.resource().get("device"), said.container()))
                        .orElse(""),
                time,
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                ValueRange.UNBOUNDED,
                channel,
                observation.code("status").equals("preliminary"),
                statements.of(item));
    }

    /** What tells two sources of one variable apart: the code's own words, the site, the method, the specimen, the part of the device. */
    private String channel(IndexedResource item, List<SentCode> codes, Variable variable) {
        FhirElement observation = item.resource();
        return ChannelLabels.joined(Stream.of(
                map.sourceWord(variable, codes),
                inherited(item, "bodySite").map(said -> name(said, "bodySite")).orElse(""),
                inherited(item, "method").map(said -> name(said, "method")).orElse(""),
                observation
                        .any("specimen")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .map(specimen -> CodeableConceptReader.name(specimen.get("type")))
                        .orElse(""),
                inherited(item, "device")
                        .map(said -> identities.part(said.resource().get("device"), said.container()))
                        .orElse("")));
    }

    private static String name(IndexedResource said, String concept) {
        return CodeableConceptReader.name(said.resource().get(concept));
    }

    /** The observation, or the panel it belongs to, that says {@code name}. */
    private Optional<IndexedResource> inherited(IndexedResource item, String name) {
        if (item.resource().has(name)) {
            return Optional.of(item);
        }
        return panel(item).filter(panel -> panel.resource().has(name));
    }

    /** The panel that names it as a member. */
    Optional<IndexedResource> panel(IndexedResource item) {
        return Optional.ofNullable(panels.get(item.resource().path()));
    }

    /** The first that says a time decides: one that cannot be read gives way to no other. */
    private Optional<Instant> time(IndexedResource item) {
        if (saysTime(item.resource())) {
            return times.first(item.resource(), TIMES);
        }
        Optional<FhirElement> panel =
                panel(item).map(IndexedResource::resource).filter(FhirObservationReader::saysTime);
        return panel.isPresent() ? times.first(panel.get(), TIMES) : collected(item);
    }

    private static boolean saysTime(FhirElement observation) {
        return Stream.of(TIMES).anyMatch(name -> observation.has(name) || observation.has("_" + name));
    }

    /** A laboratory's value is as old as its specimen. */
    private Optional<Instant> collected(IndexedResource item) {
        return item.resource()
                .any("specimen")
                .flatMap(reference -> resources.find(reference, item.container()))
                .flatMap(specimen -> specimen.any("collection"))
                .flatMap(collection -> times.first(collection, "collectedDateTime", "collectedPeriod"));
    }

    /** Set on a device, not measured: its metric says so, or the observation's category does. */
    private boolean isSetting(IndexedResource item) {
        return item.resource().each("category").stream()
                        .anyMatch(category -> CodeableConceptReader.holds(category, "setting"))
                || item.resource()
                        .any("device")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .filter(device -> device.code("category").equals("setting"))
                        .isPresent();
    }
}
