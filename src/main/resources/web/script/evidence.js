// Loads the evidence of organisations. A page from file:// may load scripts and nothing else, so each file of evidence is a
// script that calls wolkenkaartEvidence with its number, or the name of what the case sheets share, and a packed text.

var waiting = new Map();
var shards = new Map();

// Where the browser has Trusted Types, nothing but these files can be loaded at all.
var addresses = window.trustedTypes
  ? window.trustedTypes.createPolicy('wolkenkaart', { createScriptURL: checked })
  : { createScriptURL: checked };

function checked(address) {
  if (!/^evidence\/([0-9]{5}|case-sheet)\.js$/.test(address)) {
    throw new TypeError('not a file of evidence: ' + address);
  }
  return address;
}

window.wolkenkaartEvidence = function (number, packed) {
  var wanted = waiting.get(number);
  if (wanted) {
    wanted.resolve(unpack(packed));
  }
};

function loadShard(number) {
  if (!shards.has(number)) {
    var loading = new Promise(function (resolve, reject) {
      waiting.set(number, { resolve: resolve });
      var script = document.createElement('script');
      script.src = addresses.createScriptURL('evidence/' + String(number).padStart(5, '0') + '.js');
      script.onerror = function () {
        shards.delete(number);
        reject(new Error('evidence'));
      };
      document.head.appendChild(script);
    });
    shards.set(number, loading);
  }
  return shards.get(number);
}

// What is known of the organisation at a place of the list.
function evidenceOf(place) {
  return loadShard(Math.floor(place / list.perFile)).then(function (all) {
    var found = all[place % list.perFile];
    if (!found || found.id !== list.id[place]) {
      throw new Error('evidence');
    }
    return found;
  });
}
