/** Where the people of the sandbox live. */
export const HOME = {
  latitude: -1.2921,
  longitude: 36.7836,
  name: 'Kilimani',
  address: 'Argwings Kodhek Road, Nairobi',
}
