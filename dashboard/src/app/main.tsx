import '@/components/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Brand } from '@/components/brand'

const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><Brand /></StrictMode>)
