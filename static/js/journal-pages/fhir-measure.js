// @ts-check
import { observation, painAt, quantity, wallTime } from "./fhir-observation.js";

/**
 * What a questionnaire is called where its words do not matter: names of hipcare's own, the same in every language and
 * on every site. None of them is published as a FHIR Questionnaire under an address that is certain.
 *
 * @type {Record<string, string>}
 */
const QUESTIONNAIRES = {
  nprs: "urn:uuid:8a0f7f0e-52a8-4b0e-9d0c-1f6c3c8e4a01",
  peg: "urn:uuid:8a0f7f0e-52a8-4b0e-9d0c-1f6c3c8e4a02",
  psfs: "urn:uuid:8a0f7f0e-52a8-4b0e-9d0c-1f6c3c8e4a03",
  "global-change": "urn:uuid:8a0f7f0e-52a8-4b0e-9d0c-1f6c3c8e4a04",
  review: "urn:uuid:8a0f7f0e-52a8-4b0e-9d0c-1f6c3c8e4a05",
};

/**
 * @param {string} id
 * @param {any} data
 * @param {import("./fhir.js").Words} words
 * @returns {import("./fhir.js").Resource[]}
 */
export function measureResources(id, data, { names }) {
  const questionnaire = QUESTIONNAIRES[data.instrument];
  const response = {
    resourceType: "QuestionnaireResponse",
    id,
    status: "completed",
    identifier: { value: [data.instrument, data.version].filter(Boolean).join(" ") },
    ...(questionnaire ? { questionnaire: [questionnaire, data.version].filter(Boolean).join("|") } : {}),
    authored: data.at.utc,
    item: data.items.map((/** @type {any} */ item) => ({
      linkId: item.code,
      ...(item.text ? { text: item.text } : {}),
      ...(typeof item.value === "number" ? { answer: [answerOf(item)] } : {}),
    })),
  };
  const pains = data.instrument === "nprs" ? data.items : [];
  const score = { text: `${data.instrument} ${data.version ?? ""}: ${names.score}` };
  return [
    response,
    ...pains.map((/** @type {any} */ { code, value }) => painAt(`${id}-${code}`, data, names[code] ?? code, value)),
    ...(typeof data.score === "number" ? [observation(`${id}-score`, data, score, quantity(data.score, "{score}"))] : []),
  ].filter((one) => one !== null);
}

/** @param {{value: number, answer?: string}} item */
function answerOf({ value, answer }) {
  if (answer) return { valueCoding: { code: String(value), display: answer } };
  return Number.isInteger(value) ? { valueInteger: value } : { valueDecimal: value };
}

/**
 * @param {string} id
 * @param {any} data
 * @param {import("./fhir.js").Words} words
 * @returns {import("./fhir.js").Resource[]}
 */
export function goalResources(id, data, { names }) {
  const text = data.title || (typeof data.days_per_week === "number" ? `${names.weekly} ${data.days_per_week}` : "");
  if (!text) return [];
  return [
    {
      resourceType: "Goal",
      id,
      lifecycleStatus: data.done ? "completed" : "active",
      description: { text },
      ...(data.at ? { startDate: wallTime(data.at).slice(0, 10) } : {}),
      ...(data.done ? { statusDate: wallTime(data.done).slice(0, 10) } : {}),
    },
  ];
}
