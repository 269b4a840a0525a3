/**
 * Contains the Flink job: impute, window, score.
 *
 * <p>Decided here: the order of the steps, and how the job starts, resumes and stops. Not decided here: to which hour a reading belongs
 * ({@code org.vigie.signal}), and the protocol of the model server ({@code org.vigie.model}).
 */
package org.vigie.risk;
