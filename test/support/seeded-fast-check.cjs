// Properties run from one seed, so that a change is judged by itself and not by luck; FC_SEED=… looks elsewhere (what
// it finds becomes a test).
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20201129) });

module.exports = fc;
