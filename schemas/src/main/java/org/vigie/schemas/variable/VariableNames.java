package org.vigie.schemas.variable;

/**
 * Holds the names of the catalogue's variables, in the order of {@code variables.csv}. Main code refers to a variable by its constant.
 *
 * <p>Each row of the file has one constant, which is the variable's name in capitals.
 */
public final class VariableNames {
    /** Heart rate (ECG) (/min). */
    public static final String HR = "hr";

    /** Pulse rate (oximeter) (/min). */
    public static final String PULSE_SPO2 = "pulse_spo2";

    /** Pulse rate (NIBP) (/min). */
    public static final String PULSE_NIBP = "pulse_nibp";

    /** Oxygen saturation (pulse oximetry) (%). */
    public static final String SPO2 = "spo2";

    /** Relative perfusion (1). */
    public static final String PERFUSION_INDEX = "perfusion_index";

    /** Respiratory rate (/min). */
    public static final String RR = "rr";

    /** Arterial pressure systolic (invasive) (mm[Hg]). */
    public static final String ABP_SYS = "abp_sys";

    /** Arterial pressure diastolic (invasive) (mm[Hg]). */
    public static final String ABP_DIA = "abp_dia";

    /** Arterial pressure mean (invasive) (mm[Hg]). */
    public static final String ABP_MEAN = "abp_mean";

    /** Blood pressure systolic (cuff) (mm[Hg]). */
    public static final String NIBP_SYS = "nibp_sys";

    /** Blood pressure diastolic (cuff) (mm[Hg]). */
    public static final String NIBP_DIA = "nibp_dia";

    /** Blood pressure mean (cuff) (mm[Hg]). */
    public static final String NIBP_MEAN = "nibp_mean";

    /** Body temperature (Cel). */
    public static final String TEMP = "temp";

    /** End-tidal CO2 (mm[Hg]). */
    public static final String ETCO2 = "etco2";

    /** Central venous pressure (mean) (mm[Hg]). */
    public static final String CVP = "cvp";

    /** Pulmonary artery pressure systolic (mm[Hg]). */
    public static final String PAP_SYS = "pap_sys";

    /** Pulmonary artery pressure diastolic (mm[Hg]). */
    public static final String PAP_DIA = "pap_dia";

    /** Pulmonary artery pressure mean (mm[Hg]). */
    public static final String PAP_MEAN = "pap_mean";

    /** Intracranial pressure (mean) (mm[Hg]). */
    public static final String ICP = "icp";

    /** Fraction of inspired oxygen (%). */
    public static final String FIO2 = "fio2";

    /** Glasgow coma score total ({score}). */
    public static final String GCS_TOTAL = "gcs_total";

    /** GCS eye ({score}). */
    public static final String GCS_EYE = "gcs_eye";

    /** GCS verbal ({score}). */
    public static final String GCS_VERBAL = "gcs_verbal";

    /** GCS motor ({score}). */
    public static final String GCS_MOTOR = "gcs_motor";

    /** Urine output (mL). */
    public static final String URINE = "urine";

    /** Body weight (kg). */
    public static final String WEIGHT = "weight";

    /** Body height (cm). */
    public static final String HEIGHT = "height";

    /** Age (a). */
    public static final String AGE = "age";

    /** Mechanical ventilation (1). */
    public static final String MECH_VENT = "mech_vent";

    /** Arterial pH ([pH]). */
    public static final String PH = "ph";

    /** Arterial PO2 (mm[Hg]). */
    public static final String PAO2 = "pao2";

    /** Arterial PCO2 (mm[Hg]). */
    public static final String PACO2 = "paco2";

    /** Arterial oxygen saturation (co-oximetry) (%). */
    public static final String SAO2 = "sao2";

    /** Lactate (mmol/L). */
    public static final String LACTATE = "lactate";

    /** Bicarbonate (mmol/L). */
    public static final String BICARBONATE = "bicarbonate";

    /** Glucose (mg/dL). */
    public static final String GLUCOSE = "glucose";

    /** Sodium (mmol/L). */
    public static final String SODIUM = "sodium";

    /** Potassium (mmol/L). */
    public static final String POTASSIUM = "potassium";

    /** Creatinine (mg/dL). */
    public static final String CREATININE = "creatinine";

    /** Blood urea nitrogen (mg/dL). */
    public static final String BUN = "bun";

    /** Bilirubin total (mg/dL). */
    public static final String BILIRUBIN_TOTAL = "bilirubin_total";

    /** Platelets (10*3/uL). */
    public static final String PLATELETS = "platelets";

    /** White blood cells (10*3/uL). */
    public static final String WBC = "wbc";

    /** Hemoglobin (g/dL). */
    public static final String HEMOGLOBIN = "hemoglobin";

    /** Hematocrit (%). */
    public static final String HEMATOCRIT = "hematocrit";

    /** Magnesium (mmol/L). */
    public static final String MAGNESIUM = "magnesium";

    /** Albumin (g/dL). */
    public static final String ALBUMIN = "albumin";

    /** Alkaline phosphatase (U/L). */
    public static final String ALP = "alp";

    /** ALT (U/L). */
    public static final String ALT = "alt";

    /** AST (U/L). */
    public static final String AST = "ast";

    /** Cholesterol (mg/dL). */
    public static final String CHOLESTEROL = "cholesterol";

    /** Troponin I (ug/L). */
    public static final String TROPONIN_I = "troponin_i";

    /** Troponin T (ug/L). */
    public static final String TROPONIN_T = "troponin_t";

    /** C-reactive protein (mg/L). */
    public static final String CRP = "crp";

    /** Calcium (mg/dL). */
    public static final String CALCIUM = "calcium";

    /** Chloride (mmol/L). */
    public static final String CHLORIDE = "chloride";

    /** Phosphate (mg/dL). */
    public static final String PHOSPHATE = "phosphate";

    /** Base excess (mmol/L). */
    public static final String BASE_EXCESS = "base_excess";

    /** Bilirubin direct (mg/dL). */
    public static final String BILIRUBIN_DIRECT = "bilirubin_direct";

    /** PTT (s). */
    public static final String PTT = "ptt";

    /** Fibrinogen (mg/dL). */
    public static final String FIBRINOGEN = "fibrinogen";

    /** Cerebral perfusion pressure (mm[Hg]). */
    public static final String CPP = "cpp";

    /** Positive end-expiratory pressure (cm[H2O]). */
    public static final String PEEP = "peep";

    /** Tidal volume (mL). */
    public static final String TIDAL_VOLUME = "tidal_volume";

    /** Plateau pressure (cm[H2O]). */
    public static final String PLATEAU_PRESSURE = "plateau_pressure";

    /** Ventilation mode ({code}). */
    public static final String VENT_MODE = "vent_mode";

    /** Richmond agitation-sedation scale ({score}). */
    public static final String RASS = "rass";

    /** Glasgow coma score before sedation ({score}). */
    public static final String GCS_PRESEDATION = "gcs_presedation";

    /** Noradrenaline rate (ug/kg/min). */
    public static final String NORADRENALINE = "noradrenaline";

    /** Adrenaline rate (ug/kg/min). */
    public static final String ADRENALINE = "adrenaline";

    /** Dopamine rate (ug/kg/min). */
    public static final String DOPAMINE = "dopamine";

    /** Dobutamine rate (ug/kg/min). */
    public static final String DOBUTAMINE = "dobutamine";

    /** Vasopressin rate (U/min). */
    public static final String VASOPRESSIN = "vasopressin";

    /** Renal replacement therapy (1). */
    public static final String RENAL_REPLACEMENT = "renal_replacement";

    /** Urine output per weight and hour (mL/kg/h). */
    public static final String URINE_RATE = "urine_rate";

    /** Fluid balance of the day (mL). */
    public static final String FLUID_BALANCE = "fluid_balance";

    /** Treatment limitation (1). */
    public static final String TREATMENT_LIMITATION = "treatment_limitation";

    private VariableNames() {}
}
