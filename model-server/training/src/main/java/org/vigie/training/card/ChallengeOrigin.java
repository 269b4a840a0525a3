package org.vigie.training.card;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.signal.text.LocalizedText;
import org.vigie.training.cohort.Cohort;

/** Describes the sets of the PhysioNet/Computing in Cardiology Challenge 2012. */
record ChallengeOrigin() implements CohortOrigin {
    private static final LocalizedText POPULATION = new LocalizedText(
            "adultes en réanimation, séjours de 48 h ou plus, un seul hôpital (Boston, 2001-2008)",
            "adults in intensive care, stays of 48 h or more, one hospital (Boston, 2001-2008)");

    @Override
    public String text(List<Cohort> cohorts) {
        return cohorts.stream()
                .map(cohort -> Path.of(cohort.name()).getFileName().toString())
                .collect(Collectors.joining(", ", "PhysioNet/CinC Challenge 2012 v1.0.0, first 48 hours: ", ""));
    }

    @Override
    public String licence() {
        return "Open Data Commons Attribution License 1.0 (ODC-By)";
    }

    @Override
    public String attribution() {
        return "Silva I, Moody G, Scott DJ, Celi LA, Mark RG. Predicting In-Hospital Mortality of ICU Patients: The PhysioNet/Computing in Cardiology Challenge 2012. Comput Cardiol 2012;39:245-248. Goldberger AL et al. PhysioBank, PhysioToolkit, and PhysioNet. Circulation 2000;101(23):e215-e220.";
    }

    @Override
    public LocalizedText population() {
        return POPULATION;
    }

    @Override
    public List<String> limits() {
        return List.of(
                "Learnt from one hospital (Beth Israel Deaconess, Boston, 2001-2008): it may rank and calibrate differently elsewhere; validate locally before any use.",
                "Every stay that it learnt from lasted 48 hours or more: before that it knows nothing of those who die or leave sooner, and its survival curve says almost nobody dies on the first two days.");
    }
}
