document.title = 'Dukani phones'
